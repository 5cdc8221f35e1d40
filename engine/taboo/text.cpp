// What is wrong between heads and text, and in the way that the text takes.

#include <algorithm>

#include "base/message_table.hpp"
#include "paragraph/findings.hpp"
#include "taboo/checks.hpp"
#include "taboo/limits.hpp"

namespace paiban::taboo {
namespace {

using document::Role;
using document::Writing;

class TextChecker {
 public:
  TextChecker(const Scene& scene, std::vector<Finding>& findings) : scene_(scene), findings_(findings) {}

  void run() {
    for (std::size_t s = 0; s < scene_.stories.size(); ++s) {
      index_ = static_cast<int>(s);
      story_ = &scene_.stories[s];
      if (story_->runs.empty()) continue;
      look_under_headline();
      look_along_legs();
      for (std::size_t leg = 0; leg < story_->runs.size(); ++leg) {
        look_for_bare_heads(leg);
        look_at_lines(leg);
      }
    }
  }

 private:
  void add(Code code, const Box& where, int second = no_story, std::int64_t price = 0) {
    findings_.push_back({code,
                         scene_.id(index_),
                         second == no_story ? std::string() : scene_.id(second),
                         scene_.row_of(where.y),
                         where,
                         price,
                         {}});
  }

  // ---- 题文分离 ----

  void look_under_headline() {
    if (!story_->heads) return;
    const Box& first = story_->runs.front().box;
    const Piece* between = nullptr;
    if (stands_under(first, between) || stands_beside(first, between)) return;
    if (between == nullptr || between->story == no_story) return add(Code::head_apart_from_text, *story_->heads);
    add(Code::stranger_under_head, *story_->heads, between->story);
  }

  [[nodiscard]] bool stands_under(const Box& text, const Piece*& between) const {
    const Box& heads = *story_->heads;
    if (text.y < heads.bottom() - scene_.rows(rows::level)) return false;
    if (shared_x(text, heads) < text.width * under_share) return false;
    const auto gap = between_above_below(heads, text);
    if (gap && between == nullptr) between = stranger_in(scene_, *gap, story_->family, Rules::stop);
    return between == nullptr;
  }

  /// 盖文题, 竖题: the text begins at the head's side, no more than a column away.
  [[nodiscard]] bool stands_beside(const Box& text, const Piece*& between) const {
    const Box& heads = *story_->heads;
    if (shared_y(text, heads) <= Length{}) return false;
    const bool vertical = story_->runs.front().leg->writing == Writing::vertical || story_->headlines.front().upright;
    if (!vertical && text.right() <= heads.x) return text_turns_around(text, heads);
    const auto gap = between_side_by_side(heads, text);
    if (gap && gap->width > text.width) return false;
    if (gap && between == nullptr) between = stranger_in(scene_, *gap, story_->family, Rules::stop);
    return between == nullptr;
  }

  /// 文包题: a head inside its story, with text at its left, has text below it too.
  [[nodiscard]] bool text_turns_around(const Box& text, const Box& heads) const {
    if (text.bottom() <= heads.bottom()) return false;
    return std::ranges::any_of(story_->runs, [&](const Run& run) {
      return run.box.y >= heads.bottom() - scene_.rows(rows::level) && shared_x(run.box, heads) > Length{};
    });
  }

  // ---- 走文不清 ----

  void look_along_legs() {
    for (std::size_t leg = 0; leg < story_->runs.size(); ++leg) {
      const Box& here = story_->runs[leg].box;
      if (const Piece* stranger = stranger_above(leg)) {
        add(Code::flow_interrupted, here, stranger->story);
        return;
      }
      if (leg == 0) continue;
      const Piece* between = nullptr;
      if (follows(leg, between)) continue;
      add(between == nullptr ? Code::flow_unclear : Code::flow_interrupted, here, between == nullptr ? no_story : between->story);
      return;
    }
  }

  /// What stands right above a leg as if it were its head, or the text before it, and belongs to another story.
  [[nodiscard]] const Piece* stranger_above(std::size_t leg) const {
    const Box& here = story_->runs[leg].box;
    const Piece* nearest = nullptr;
    for (const Piece& piece : scene_.pieces) {
      if (piece.kind == Kind::rule || piece.kind == Kind::furniture || piece.ink.bottom() > here.y) continue;
      if (shared_x(piece.ink, here) < here.width * under_share) continue;
      if (nearest == nullptr || piece.ink.bottom() > nearest->ink.bottom()) nearest = &piece;
    }
    if (nearest == nullptr || scene_.family_of(*nearest) == story_->family) return nullptr;
    const auto gap = between_above_below(nearest->ink, here);
    if (gap && divided(scene_, *gap, Across::yes)) return nullptr;
    if (nearest->kind == Kind::head) return nearest;
    const bool apart = gap && gap->height >= scene_.rows(rows::between_texts);
    return nearest->kind == Kind::text && !apart ? nearest : nullptr;
  }

  [[nodiscard]] bool follows(std::size_t leg, const Piece*& between) const {
    const Run &before = story_->runs[leg - 1], &here = story_->runs[leg];
    const Box &from = before.leg->box, &to = here.leg->box;  // a last leg may be short of lines, and is beside the others still
    if (here.leg->writing == Writing::vertical) return follows_down(from, to, between);
    return follows_right(from, to, between) || follows_below(before.box, here.box, between) || begins_below_all(leg, between);
  }

  [[nodiscard]] bool free_between(const std::optional<Box>& gap, const Piece*& between) const {
    const Piece* stranger = gap ? stranger_in(scene_, *gap, story_->family, Rules::pass) : nullptr;
    if (stranger != nullptr) between = stranger;
    return stranger == nullptr;
  }

  /// The usual way: the next column to the right, at the same level; or lower or higher for something of the story's own.
  [[nodiscard]] bool follows_right(const Box& before, const Box& here, const Piece*& between) const {
    const Length touch = scene_.ems(ems::touch);
    if (here.x < before.right() - touch || shared_y(before, here) <= Length{}) return false;
    const auto gap = between_side_by_side(before, here);
    if (!free_between(gap, between)) return false;
    if (gap && gap->width > before.width && !own_in(*gap)) return false;
    const Length step = here.y - before.y;
    if (step > scene_.rows(rows::level)) return free_between(Box{here.x, before.y, here.width, step}, between);
    if (-step > scene_.rows(rows::level)) return free_between(Box{before.x, here.y, before.width, -step}, between);
    return true;
  }

  /// Below what interrupts the column: a picture, a box, a digest of the story's own.
  [[nodiscard]] bool follows_below(const Box& before, const Box& here, const Piece*& between) const {
    if (here.y < before.bottom() - scene_.ems(ems::touch) || shared_x(before, here) < here.width * under_share) return false;
    return free_between(between_above_below(before, here), between);
  }

  /// A second tier of legs, under something of the story's own across the first.
  [[nodiscard]] bool begins_below_all(std::size_t leg, const Piece*& between) const {
    std::optional<Box> all;
    for (std::size_t i = 0; i < leg; ++i) all = all ? around(*all, story_->runs[i].box) : story_->runs[i].box;
    const Box& here = story_->runs[leg].box;
    const Length foot = all->bottom();
    if (here.y < foot || here.x > all->x + scene_.grid().em) return false;
    const Box band{all->x, foot, all->width, here.y - foot};
    return free_between(band, between) && own_in(band);
  }

  [[nodiscard]] bool own_in(const Box& box) const {
    return std::ranges::any_of(scene_.pieces, [&](const Piece& piece) {
      const bool there = piece.kind == Kind::rule
                             ? shared_x(piece.ink, box) > box.width * dividing_share && shared_y(piece.ink, box) > Length{}
                             : overlap(piece.ink, box, scene_.ems(ems::touch));
      return there && piece.kind != Kind::text && scene_.family_of(piece) == story_->family;
    });
  }

  /// Legs of vertical lines: one below another, then to the left.
  [[nodiscard]] bool follows_down(const Box& before, const Box& here, const Piece*& between) const {
    const Length touch = scene_.ems(ems::touch);
    if (here.y >= before.bottom() - touch && shared_x(before, here) > Length{})
      return free_between(between_above_below(before, here), between);
    if (here.right() <= before.x + touch && shared_y(before, here) > Length{})
      return free_between(between_side_by_side(before, here), between);
    return false;
  }

  // ---- 背题 ----

  /// A head in the text, or the headline itself, with hardly a line below it before the leg ends and the text goes on elsewhere.
  void look_for_bare_heads(std::size_t leg) {
    const auto& lines = story_->runs[leg].leg->lines;
    const bool goes_on = leg + 1 < story_->runs.size();
    const auto count = static_cast<int>(lines.size());
    if (!goes_on) return;
    if (leg == 0 && story_->heads && count < lines_under_head) return add(Code::head_without_text, story_->runs[leg].box);
    for (int i = count - 1; i >= 0 && count - 1 - i < lines_under_head; --i)
      if (is_subhead(lines[static_cast<std::size_t>(i)]))
        return add(Code::head_without_text, box_of(lines[static_cast<std::size_t>(i)]));
  }

  [[nodiscard]] bool is_subhead(const page::SetLine& line) const {
    const Role role = scene_.plan.texts[line.text].role;
    return role == Role::list_head || role == Role::subhead;
  }

  [[nodiscard]] Box box_of(const page::SetLine& line) const {
    const Length size = scene_.size_of(line);
    const bool down = scene_.texts[line.text].vertical;
    return down ? Box{line.at.x - size, line.at.y, size, line.line.set} : Box{line.at.x, line.at.y, line.line.set, size};
  }

  // ---- 孤行, 孤字: their price alone, the composer has said them ----

  void look_at_lines(std::size_t leg) {
    const auto& lines = story_->runs[leg].leg->lines;
    for (std::size_t row = 0; row < lines.size(); ++row) {
      const page::SetLine& set = lines[row];
      if (scene_.plan.texts[set.text].promised) continue;  // 留版: nobody reads a stand-in
      const text::ShapedParagraph& text = scene_.texts[set.text];
      if (text.units.empty() || set.line.last != text.units.size() || set.line.first == 0) continue;
      if (leg > 0 && row == 0) add(Code::widow_line, box_of(set), no_story, prices::widow_line);
      const auto troubles = paragraph::findings_in(text, set.line);
      if (std::ranges::find(troubles, paragraph::Finding::lone_character) != troubles.end())
        add(Code::lone_character, box_of(set), no_story, prices::lone_character);
    }
  }

  const Scene& scene_;
  std::vector<Finding>& findings_;
  int index_ = 0;
  const StoryView* story_ = nullptr;
};

}  // namespace

void check_text(const Scene& scene, std::vector<Finding>& findings) { TextChecker(scene, findings).run(); }

}  // namespace paiban::taboo
