#include "paint/paint.hpp"

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

class PagePainter {
 public:
  PagePainter(const document::Plan& plan, std::span<const text::ShapedParagraph> texts, std::vector<Item>& items)
      : plan_(plan), texts_(texts), items_(items) {}

  void furniture(const page::ComposedPage& page) {
    open("furniture");
    rules(page.rules);
    for (const page::SetPicture& picture : page.pictures) items_.emplace_back(picture_item(picture));
    for (const page::SetArtwork& nameplate : page.nameplates) paint_nameplate(plan_, texts_[nameplate.text], nameplate, items_);
    lines(page.furniture);
    close("furniture");
  }

  void story(const page::SetStory& story) {
    open("story " + story.id);
    for (const page::SetFill& fill : story.fills) items_.emplace_back(Fill{fill.box, colour_of(plan_.design, fill.swatch)});
    for (const page::SetPicture& each : story.pictures) picture(each);
    rules(story.rules);
    for (const page::Head& head : story.heads) this->head(head);
    for (const page::Leg& leg : story.legs) {
      open("leg");
      lines(leg.lines);
      close("leg");
    }
    if (story.jump_ahead) head(*story.jump_ahead);
    for (const page::SetLabel& label : story.labels) paint_label(plan_, texts_[label.line.text], label, items_);
    for (const page::SetStory& box : story.boxes) this->story(box);
    close("story " + story.id);
  }

 private:
  void head(const page::Head& head) {
    open("head");
    lines(head.rows);
    close("head");
  }
  void open(std::string name) { items_.emplace_back(Tag{true, std::move(name)}); }
  void close(std::string name) { items_.emplace_back(Tag{false, std::move(name)}); }
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
  void lines(const std::vector<page::SetLine>& set) {
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
