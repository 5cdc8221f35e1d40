// What is wrong with the white of the page and the pictures in it.

#include <algorithm>
#include <iterator>

#include "base/message_table.hpp"
#include "taboo/checks.hpp"
#include "taboo/limits.hpp"

namespace paiban::taboo {
namespace {

/// From … until along one axis.
struct Reach {
  Length from, until;
};

/// What lies free between the reaches, ends left out.
std::vector<Reach> gaps_between(std::vector<Reach> reaches) {
  std::ranges::sort(reaches, {}, &Reach::from);
  std::vector<Reach> gaps;
  Length until = reaches.empty() ? Length{} : reaches.front().until;
  for (const Reach& reach : reaches) {
    if (reach.from > until) gaps.push_back({until, reach.from});
    until = std::max(until, reach.until);
  }
  return gaps;
}

class SpaceChecker {
 public:
  SpaceChecker(const Scene& scene, std::vector<Finding>& findings) : scene_(scene), findings_(findings) {}

  void run() {
    look_at_pictures();
    look_for_straight_lines();
    look_for_holes();
  }

 private:
  void add(Code code, int first, int second, const Box& where, std::int64_t price = 0) {
    findings_.push_back({code,
                         first == no_story ? std::string() : scene_.id(first),
                         second == no_story ? std::string() : scene_.id(second),
                         scene_.row_of(where.y),
                         where,
                         price,
                         {}});
  }

  // ---- 撞图 ----

  void look_at_pictures() {
    for (std::size_t a = 0; a < scene_.pieces.size(); ++a) {
      if (scene_.pieces[a].kind != Kind::picture) continue;
      look_outwards(scene_.pieces[a]);
      for (std::size_t b = a + 1; b < scene_.pieces.size(); ++b)
        if (scene_.pieces[b].kind == Kind::picture && touching(scene_.pieces[a].ink, scene_.pieces[b].ink))
          add(Code::pictures_touching, scene_.pieces[a].story, scene_.pieces[b].story,
              around(scene_.pieces[a].ink, scene_.pieces[b].ink));
    }
  }

  [[nodiscard]] bool touching(const Box& a, const Box& b) const {
    const Length x = shared_x(a, b), y = shared_y(a, b);
    if (x > Length{} && y > Length{}) return true;
    if (y > Length{}) return near(between_side_by_side(a, b), -x, scene_.ems(ems::between_pictures), Across::no);
    if (x > Length{})
      return near(a.y < b.y ? between_above_below(a, b) : between_above_below(b, a), -y, scene_.rows(rows::between_pictures),
                  Across::yes);
    return false;
  }

  [[nodiscard]] bool near(const std::optional<Box>& gap, Length distance, Length least, Across across) const {
    return distance < least && !(gap && divided(scene_, *gap, across));
  }

  /// 视线: at the page's edge, looking out of it.
  void look_outwards(const Piece& piece) {
    const auto* planned = piece.story == no_story ? nullptr : scene_.stories[static_cast<std::size_t>(piece.story)].planned;
    if (planned == nullptr) return;
    const bool at_left = piece.ink.x - scene_.area.x < scene_.grid().em;
    const bool at_right = scene_.area.right() - piece.ink.right() < scene_.grid().em;
    const document::Looks looks = planned->wishes.looks;
    const bool out =
        (looks == document::Looks::left && at_left && !at_right) || (looks == document::Looks::right && at_right && !at_left);
    if (out) add(Code::picture_looks_out, piece.story, no_story, piece.ink, prices::looking_out);
  }

  // ---- 断版, 通线 ----

  /// A story that stands on both sides of a line ties the page together there: only what no story crosses is a cut.
  void look_for_straight_lines() {
    std::vector<Reach> rows_of_families, columns_of_families;
    for (std::size_t family = 0; family < scene_.stories.size(); ++family) {
      std::optional<Box> hull;
      for (const Piece& piece : scene_.pieces)
        if (piece.kind != Kind::rule && scene_.family_of(piece) == static_cast<int>(family) && in_area(piece.ink))
          hull = hull ? around(*hull, piece.ink) : piece.ink;
      if (!hull) continue;
      rows_of_families.push_back({hull->y, hull->bottom()});
      columns_of_families.push_back({hull->x, hull->right()});
    }
    for (const Reach& gap : gaps_between(std::move(rows_of_families)))
      judge_band({scene_.area.x, gap.from, scene_.area.width, gap.until - gap.from});
    for (const Reach& gap : gaps_between(std::move(columns_of_families)))
      judge_gutter({gap.from, scene_.area.y, gap.until - gap.from, scene_.area.height});
  }

  [[nodiscard]] bool in_area(const Box& box) const { return box.bottom() > scene_.area.y && box.y < scene_.area.bottom(); }

  void judge_band(const Box& band) {
    if (band.height < scene_.rows(rows::band) || ruled(band, Across::yes)) return;
    const Ratio place = (band.y + band.height / 2 - scene_.area.y).per(scene_.area.height);
    const bool halves = place >= middle_from && place <= middle_until;
    add(Code::page_cut_across, nearest_above(band), nearest_below(band), band,
        halves ? prices::band_in_the_middle : prices::band);
  }

  void judge_gutter(const Box& gutter) {
    if (gutter.width < scene_.ems(ems::straight) || ruled(gutter, Across::no)) return;
    add(Code::page_cut_down, nearest(gutter, Side::left), nearest(gutter, Side::right), gutter, prices::straight_gutter);
  }

  /// A rule all along it: meant so.
  [[nodiscard]] bool ruled(const Box& box, Across across) const {
    Length length;
    for (const Piece& piece : scene_.pieces) {
      if (piece.kind != Kind::rule || shared_x(piece.ink, box) <= Length{} || shared_y(piece.ink, box) <= Length{}) continue;
      length = std::max(length, across == Across::yes ? shared_x(piece.ink, box) : shared_y(piece.ink, box));
    }
    return length >= (across == Across::yes ? box.width : box.height) * whole_rule;
  }

  enum class Side : std::uint8_t { above, below, left, right };
  [[nodiscard]] int nearest_above(const Box& box) const { return nearest(box, Side::above); }
  [[nodiscard]] int nearest_below(const Box& box) const { return nearest(box, Side::below); }

  /// The story that stands nearest to a side of the box, the one that shares more of it first.
  [[nodiscard]] int nearest(const Box& box, Side side) const {
    int found = no_story;
    Length least, most;
    for (const Piece& piece : scene_.pieces) {
      if (piece.story == no_story || piece.kind == Kind::rule) continue;
      const Length away = distance(piece.ink, box, side);
      const Length shared = side == Side::above || side == Side::below ? shared_x(piece.ink, box) : shared_y(piece.ink, box);
      if (away < Length{} || shared <= Length{}) continue;
      if (found != no_story && (away > least || (away == least && shared <= most))) continue;
      found = piece.story;
      least = away;
      most = shared;
    }
    return found;
  }

  static Length distance(const Box& piece, const Box& box, Side side) {
    switch (side) {
      case Side::above:
        return box.y - piece.bottom();
      case Side::below:
        return piece.y - box.bottom();
      case Side::left:
        return box.x - piece.right();
      case Side::right:
        return piece.x - box.right();
    }
    return {};
  }

  // ---- 天窗 ----

  /// The largest white first, then the largest of what is left.
  void look_for_holes() {
    std::vector<Box> taken = what_takes_space();
    for (int n = 0; n < most_holes; ++n) {
      const auto hole = largest_hole(taken);
      if (!hole) return;
      add(Code::hole_in_page, nearest_above(*hole), nearest_below(*hole), *hole);
      findings_.back().arguments = {decimal(hole->height.count(), scene_.grid().row.count(), 1),
                                    decimal(hole->width.count(), scene_.grid().em.count(), 1)};
      taken.push_back(*hole);
    }
  }

  /// Each piece with the white that is its own.
  [[nodiscard]] std::vector<Box> what_takes_space() const {
    const Length leading = (scene_.grid().row - scene_.grid().em) / 2;
    std::vector<Box> taken, furniture;
    for (const Piece& piece : scene_.pieces) {
      const bool level = piece.ink.width >= piece.ink.height;
      switch (piece.kind) {
        case Kind::text:
          taken.push_back(grown(piece.ink, {}, leading));
          break;
        case Kind::rule:
          taken.push_back(level ? grown(piece.ink, {}, scene_.rows(rows::rule_air)) : grown(piece.ink, scene_.grid().em, {}));
          break;
        case Kind::picture:
          taken.push_back(grown(piece.ink, {}, scene_.rows(rows::picture_air)));
          break;
        case Kind::head:
        case Kind::fill:
          taken.push_back(piece.ink);
          break;
        case Kind::furniture:
          furniture.push_back(piece.ink);
          break;
      }
    }
    for (const StoryView& story : scene_.stories) add_heads(story, taken);
    std::ranges::copy(joined(std::move(furniture), scene_.rows(rows::within_masthead)), std::back_inserter(taken));
    return taken;
  }

  /// Boxes that are nearer to each other than `distance` as one, until none are.
  static std::vector<Box> joined(std::vector<Box> boxes, Length distance) {
    for (std::size_t a = 0; a < boxes.size(); ++a)
      for (std::size_t b = a + 1; b < boxes.size(); ++b) {
        if (!overlap(grown(boxes[a], distance, distance), boxes[b], {})) continue;
        boxes[a] = around(boxes[a], boxes[b]);
        boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(b));
        a = b = 0;  // what was too far from either may be near to both
      }
    return boxes;
  }

  static Box grown(const Box& box, Length x, Length y) { return {box.x - x, box.y - y, box.width + x * 2, box.height + y * 2}; }

  /// A head fills its place from side to side, and has its air.
  void add_heads(const StoryView& story, std::vector<Box>& taken) const {
    for (const page::Head& head : story.set->heads) {
      if (head.rows.empty()) continue;
      taken.push_back(grown(head.box, {}, scene_.rows(rows::head_air)));
    }
  }

  /// The largest free rectangle that is more than a hole high and more than a gutter wide.
  [[nodiscard]] std::optional<Box> largest_hole(const std::vector<Box>& taken) const {
    const std::vector<Length> xs = edges(taken, scene_.area.x, scene_.area.right(), &Box::x, &Box::right);
    const std::vector<Length> ys = edges(taken, scene_.area.y, scene_.area.bottom(), &Box::y, &Box::bottom);
    std::optional<Box> best;
    std::int64_t area = 0;
    for (std::size_t top = 0; top + 1 < ys.size(); ++top) {
      std::vector<bool> free(xs.size(), true);
      for (std::size_t row = top; row + 1 < ys.size(); ++row) {
        cover(taken, xs, ys[row], free);
        const Length height = ys[row + 1] - ys[top];
        if (height <= scene_.rows(rows::hole)) continue;
        const auto run = widest(xs, free);
        if (run.until - run.from <= scene_.ems(ems::gutter)) continue;
        const std::int64_t size = height.count() / 100 * ((run.until - run.from).count() / 100);
        if (size <= area) continue;
        area = size;
        best = Box{run.from, ys[top], run.until - run.from, height};
      }
    }
    return best;
  }

  static std::vector<Length> edges(const std::vector<Box>& boxes, Length from, Length until, Length Box::*start,
                                   Length (Box::*end)() const) {
    std::vector<Length> places{from, until};
    for (const Box& box : boxes)
      for (const Length at : {box.*start, (box.*end)()})
        if (at > from && at < until) places.push_back(at);
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
  }

  /// Takes away what stands in the row of cells that begins at `y`.
  static void cover(const std::vector<Box>& taken, const std::vector<Length>& xs, Length y, std::vector<bool>& free) {
    for (const Box& box : taken) {
      if (box.y > y || box.bottom() <= y) continue;
      const auto first = std::ranges::lower_bound(xs, box.x);
      for (auto at = first; at != xs.end() && *at < box.right(); ++at) free[static_cast<std::size_t>(at - xs.begin())] = false;
    }
  }

  static Reach widest(const std::vector<Length>& xs, const std::vector<bool>& free) {
    Reach best{}, run{xs.front(), xs.front()};
    for (std::size_t i = 0; i + 1 < xs.size(); ++i) {
      run = free[i] ? Reach{run.from, xs[i + 1]} : Reach{xs[i + 1], xs[i + 1]};
      if (run.until - run.from > best.until - best.from) best = run;
    }
    return best;
  }

  const Scene& scene_;
  std::vector<Finding>& findings_;
};

}  // namespace

void check_space(const Scene& scene, std::vector<Finding>& findings) { SpaceChecker(scene, findings).run(); }

}  // namespace paiban::taboo
