#include "paint/paint.hpp"

#include <algorithm>

#include "paint/line_painter.hpp"
#include "paint/promise_painter.hpp"

namespace paiban::paint {
namespace {

std::string iso(const document::Date& date) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
}

PictureItem picture_item(const page::SetPicture& set) {
  PictureItem item;
  item.box = set.box;
  item.crop = {set.crop.left, set.crop.top, set.crop.right, set.crop.bottom};
  item.file = set.picture.file;
  item.name = set.picture.source;
  item.description = set.picture.description;
  return item;
}

using document::Role;
using document::StoryKind;

/// What a head of `role` is, in a story of `kind`.
Part part_of_head(Role role, StoryKind kind) {
  switch (role) {
    case Role::headline:
      return Part::heading;
    case Role::title:
      return kind == StoryKind::picture ? Part::heading : Part::caption;
    case Role::caption:
    case Role::credit:
      return Part::caption;
    case Role::subhead:
    case Role::list_head:
      return Part::subheading;
    case Role::jump:
      return Part::jump;
    case Role::label:
    case Role::kicker:
    case Role::deck:
    case Role::digest:
    case Role::byline:
    case Role::paragraph:
    case Role::note:
    case Role::logo:
    case Role::staff:
      return Part::line;
  }
  return Part::line;
}

/// What a text of `role` is that runs through the legs of a story of `kind`.
Part part_in_leg(Role role, StoryKind kind) {
  if (role == Role::list_head) return Part::list_heading;
  if (role != Role::paragraph) return part_of_head(role, kind);
  return kind == StoryKind::guide || kind == StoryKind::name_list ? Part::list_item : Part::paragraph;
}

class PagePainter {
 public:
  PagePainter(const document::Plan& plan, std::span<const text::ShapedParagraph> texts, std::vector<Item>& items)
      : plan_(plan), texts_(texts), items_(items) {}

  void furniture(const page::ComposedPage& page) {
    open(Part::furniture, "furniture");
    rules(page.rules);
    if (!page.pictures.empty() || !page.nameplates.empty()) nameplate(page);
    lines(page.furniture);
    close(Part::furniture, "furniture");
  }

  void story(const page::SetStory& story) {
    open(Part::story, "story " + story.id);
    for (const page::SetFill& fill : story.fills) items_.emplace_back(Fill{fill.box, colour_of(plan_.design, fill.swatch)});
    for (const page::SetPicture& each : story.pictures) picture(each);
    rules(story.rules);
    for (const page::Head& head : story.heads) this->head(head, story.kind);
    for (const page::Leg& leg : story.legs) this->leg(leg, story.kind);
    if (story.jump_ahead) head(*story.jump_ahead, story.kind);
    for (const page::SetLabel& label : story.labels) paint_label(plan_, texts_[label.line.text], label, items_);
    for (const page::SetStory& box : story.boxes) this->story(box);
    close(Part::story, "story " + story.id);
  }

 private:
  void nameplate(const page::ComposedPage& page) {
    open(Part::nameplate);
    for (const page::SetPicture& picture : page.pictures) items_.emplace_back(picture_item(picture));
    for (const page::SetArtwork& nameplate : page.nameplates) paint_nameplate(plan_, texts_[nameplate.text], nameplate, items_);
    close(Part::nameplate);
  }
  void head(const page::Head& head, StoryKind kind) {
    const Part part = part_of_head(head.role, kind);
    open(part, "head");
    lines(head.rows);
    close(part, "head");
  }
  /// Text by text: one may have come from the leg before, and go on in the next.
  void leg(const page::Leg& leg, StoryKind kind) {
    open(Part::leg, "leg");
    for (auto line = leg.lines.begin(); line != leg.lines.end();) {
      const document::TextId text = line->text;
      const auto next = std::find_if(line, leg.lines.end(), [text](const page::SetLine& each) { return each.text != text; });
      const Part part = part_in_leg(plan_.texts[text].role, kind);
      open(part, {}, text);
      lines({line, next});
      close(part, {}, text);
      line = next;
    }
    close(Part::leg, "leg");
  }
  void open(Part part, std::string name = {}, document::TextId text = no_text) {
    items_.emplace_back(Tag{true, std::move(name), part, text});
  }
  void close(Part part, std::string name = {}, document::TextId text = no_text) {
    items_.emplace_back(Tag{false, std::move(name), part, text});
  }
  void picture(const page::SetPicture& set) {
    if (set.picture.promised())
      paint_awaited(set.box, items_);
    else
      items_.emplace_back(picture_item(set));
  }
  void rules(const std::vector<page::SetRule>& set) {
    for (const page::SetRule& rule : set)
      items_.emplace_back(Rule{rule.from, rule.to, rule.width, colour_of(plan_.design, rule.swatch)});
  }
  void lines(std::span<const page::SetLine> set) {
    for (const page::SetLine& line : set)
      plan_.texts[line.text].promised ? paint_bar(plan_, texts_[line.text], line, items_)
                                      : paint_line(plan_, texts_[line.text], line, items_);
  }

  const document::Plan& plan_;
  std::span<const text::ShapedParagraph> texts_;
  std::vector<Item>& items_;
};

}  // namespace

DisplayList paint_page(const document::Plan& plan, std::span<const text::ShapedParagraph> texts, const page::ComposedPage& page) {
  DisplayList list;
  list.page = page.number;
  list.width = page.width;
  list.height = page.height;
  list.date = iso(plan.issue.date);
  list.title = plan.issue.paper + " " + list.date;
  PagePainter painter(plan, texts, list.items);
  painter.furniture(page);
  for (const page::SetStory& story : page.stories) painter.story(story);
  return list;
}

}  // namespace paiban::paint
