#include "taboo/scene.hpp"

#include <algorithm>

#include "taboo/limits.hpp"

namespace paiban::taboo {
namespace {

using document::Role;

bool is_read_large(Role role) {
  switch (role) {
    case Role::label:
    case Role::kicker:
    case Role::headline:
    case Role::deck:
    case Role::logo:
    case Role::title:
    case Role::list_head:
    case Role::subhead:
      return true;
    case Role::digest:
    case Role::byline:
    case Role::paragraph:
    case Role::note:
    case Role::caption:
    case Role::credit:
    case Role::jump:
    case Role::staff:
      return false;
  }
  return false;
}

/// What stands as one block over the text.
bool is_of_head_block(Role role) { return is_read_large(role) && role != Role::title; }

const document::PlannedModule* find_module(const std::vector<document::PlannedModule>& modules, const std::string& id) {
  for (const document::PlannedModule& module : modules) {
    if (module.story == id) return &module;
    if (const auto* inner = find_module(module.boxes, id)) return inner;
  }
  return nullptr;
}

const document::PlannedModule* find_module(const document::Plan& plan, int number, const std::string& id) {
  for (const document::PlannedPage& page : plan.pages)
    if (page.number == number) return find_module(page.modules, id);
  return nullptr;
}

Box box_of_rule(const page::SetRule& rule) {
  const bool level = rule.from.y == rule.to.y;
  const Length half = rule.width / 2;
  const Point from{std::min(rule.from.x, rule.to.x), std::min(rule.from.y, rule.to.y)};
  const Point to{std::max(rule.from.x, rule.to.x), std::max(rule.from.y, rule.to.y)};
  if (level) return {from.x, from.y - half, to.x - from.x, rule.width};
  return {from.x - half, from.y, rule.width, to.y - from.y};
}

void widen(std::optional<Box>& hull, const Box& box) { hull = hull ? around(*hull, box) : box; }

class Onlooker {
 public:
  explicit Onlooker(Scene& scene) : scene_(scene) {}

  void look() {
    for (const page::SetStory& story : scene_.page.stories) look_at(story, no_story);
    look_at_furniture();
    const document::Grid& grid = scene_.grid();
    const Length top = foot_of_masthead();
    scene_.area = {grid.x, top, grid.right() - grid.x, grid.bottom() - top};
  }

 private:
  void add(Kind kind, const Box& ink, int story, std::optional<Role> role = {}) {
    scene_.pieces.push_back({kind, ink, story, role});
  }

  /// Gives its index, after its boxes have been seen too.
  int look_at(const page::SetStory& set, int outer) {
    const int index = static_cast<int>(scene_.stories.size());
    StoryView view;
    view.set = &set;
    view.planned = find_module(scene_.plan, scene_.page.number, set.id);
    view.family = outer == no_story ? index : scene_.stories[static_cast<std::size_t>(outer)].family;
    scene_.stories.push_back(view);
    for (const page::Head& head : set.heads) look_at(head, index, view);
    for (const page::Leg& leg : set.legs) look_at(leg, index, view);
    for (const page::SetPicture& picture : set.pictures) {
      add(Kind::picture, picture.box, index);
      widen(view.body, picture.box);
    }
    for (const page::SetFill& fill : set.fills) add(Kind::fill, fill.box, index);
    for (const page::SetRule& rule : set.rules) add(Kind::rule, box_of_rule(rule), index);
    if (view.headlines.empty()) view.heads.reset();
    for (const page::SetStory& box : set.boxes) {
      const auto inner = static_cast<std::size_t>(look_at(box, index));
      if (scene_.stories[inner].body) widen(view.body, *scene_.stories[inner].body);
    }
    scene_.stories[static_cast<std::size_t>(index)] = std::move(view);
    return index;
  }

  void look_at(const page::Head& head, int story, StoryView& view) {
    std::optional<Box> ink;
    for (const page::SetLine& row : head.rows) widen(ink, box_of(row));
    if (!ink) return;
    add(is_read_large(head.role) ? Kind::head : Kind::text, *ink, story, head.role);
    const Box place = around(*ink, {head.box.x, ink->y, head.box.width, ink->height});
    if (is_of_head_block(head.role)) widen(view.heads, place);
    if (head.role == Role::headline)
      view.headlines.push_back({*ink, place, scene_.size_of(head.rows.front()), &head, is_vertical(head.rows.front())});
  }

  void look_at(const page::Leg& leg, int story, StoryView& view) {
    if (leg.lines.empty()) return;
    std::optional<Box> lines;
    for (const page::SetLine& line : leg.lines) widen(lines, box_of(line));
    const bool down = leg.writing == document::Writing::vertical;
    const Box box =
        down ? Box{lines->x, leg.box.y, lines->width, leg.box.height} : Box{leg.box.x, lines->y, leg.box.width, lines->height};
    add(Kind::text, box, story);
    view.runs.push_back({box, &leg});
    widen(view.body, box);
  }

  void look_at_furniture() {
    for (const page::SetLine& line : scene_.page.furniture) add(Kind::furniture, box_of(line), no_story);
    for (const page::SetPicture& picture : scene_.page.pictures) add(Kind::furniture, picture.box, no_story);
    for (const page::SetArtwork& nameplate : scene_.page.nameplates)
      for (const Point& at : nameplate.origins) add(Kind::furniture, {at.x, at.y, nameplate.size, nameplate.size}, no_story);
    for (const page::SetRule& rule : scene_.page.rules) add(Kind::rule, box_of_rule(rule), no_story);
  }

  /// The furniture that stands above every story but the ears belongs to the masthead or the folio line.
  [[nodiscard]] Length foot_of_masthead() const {
    Length highest = scene_.grid().bottom();
    for (const Piece& piece : scene_.pieces) {
      if (piece.story == no_story) continue;
      const page::SetStory& story = *scene_.stories[static_cast<std::size_t>(piece.story)].set;
      if (story.kind != document::StoryKind::ear) highest = std::min(highest, piece.ink.y);
    }
    Length foot = scene_.grid().y;
    for (const Piece& piece : scene_.pieces)
      if (piece.kind == Kind::furniture && piece.ink.bottom() <= highest) foot = std::max(foot, piece.ink.bottom());
    return foot;
  }

  [[nodiscard]] bool is_vertical(const page::SetLine& line) const { return scene_.texts[line.text].vertical; }

  [[nodiscard]] Box box_of(const page::SetLine& line) const {
    const Length size = scene_.size_of(line);
    const Length indent = line.line.indent, set = line.line.set;
    if (is_vertical(line)) return {line.at.x - size, line.at.y + indent, size, set};
    return {line.at.x + indent, line.at.y, set, size};
  }

  Scene& scene_;
};

}  // namespace

int Scene::row_of(Length y) const {
  const std::int64_t below = (y - grid().y).count();
  const std::int64_t row = grid().row.count();
  return static_cast<int>(below >= 0 ? below / row + 1 : -((-below + row - 1) / row) + 1);
}

int Scene::family_of(const Piece& piece) const {
  return piece.story == no_story ? no_story : stories[static_cast<std::size_t>(piece.story)].family;
}

const std::string& Scene::id(int story) const { return stories[static_cast<std::size_t>(story)].set->id; }

Length Scene::size_of(const page::SetLine& line) const { return line.look ? line.look->size : texts[line.text].size; }

Scene see(const document::Plan& plan, std::span<const text::ShapedParagraph> texts, const page::ComposedPage& page) {
  Scene scene{plan, texts, page, {}, {}, {}};
  Onlooker(scene).look();
  return scene;
}

Box around(const Box& a, const Box& b) {
  const Length x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Length shared_x(const Box& a, const Box& b) { return std::min(a.right(), b.right()) - std::max(a.x, b.x); }
Length shared_y(const Box& a, const Box& b) { return std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y); }

bool overlap(const Box& a, const Box& b, Length depth) { return shared_x(a, b) > depth && shared_y(a, b) > depth; }

std::optional<Box> between_side_by_side(const Box& a, const Box& b) {
  const Length high = shared_y(a, b), gap = -shared_x(a, b);
  if (high <= Length{} || gap <= Length{}) return std::nullopt;
  return Box{std::min(a.right(), b.right()), std::max(a.y, b.y), gap, high};
}

std::optional<Box> between_above_below(const Box& above, const Box& below) {
  const Length wide = shared_x(above, below), gap = below.y - above.bottom();
  if (wide <= Length{} || gap <= Length{}) return std::nullopt;
  return Box{std::max(above.x, below.x), above.bottom(), wide, gap};
}

}  // namespace paiban::taboo
