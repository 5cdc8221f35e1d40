#include "page/cures.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "page/lever_prices.hpp"
#include "page/place_words.hpp"

namespace paiban::page {
namespace {

using document::Grid;
using document::LegSpec;
using document::PlannedModule;
using document::PlannedSlot;
using document::Role;
using document::Rows;

bool overlap(Length x, Length width, Length other_x, Length other_width) {
  return x < other_x + other_width && other_x < x + width;
}

Length rounded_down(Length size, Length step) { return step * (size.count() / step.count()); }

class CureFinder {
 public:
  CureFinder(const Material& material, const PlannedModule& module, const document::PlannedPage& page,
             const std::vector<Head>& heads, CopyFit& fit)
      : m_(material),
        grid_(material.plan.design.grid),
        module_(module),
        page_(page),
        heads_(heads),
        fit_(fit),
        over_(fit_.lines - fit_.room) {}

  void run() {
    if (over_ > 0) add_head_cures();
    add_picture_cures();
    add_region_cure();
    std::ranges::stable_sort(fit_.cures, {}, &Cure::price);
    if (fit_.cures.size() > most_cures) fit_.cures.resize(most_cures);
  }

 private:
  /// So many rows, given to `legs` legs or taken from them, make the copy fill them.
  [[nodiscard]] std::optional<int> rows_for(std::ptrdiff_t legs) const {
    const int each = static_cast<int>(legs) * (over_ > 0 ? 1 : -1);
    for (int rows = 1; legs > 0 && rows <= most_cure_rows; ++rows)
      if (fit_.curve.at(fit_.room + rows * each)) return rows;
    return std::nullopt;
  }

  void add(Cure::Kind kind, int rows, std::int64_t row_price, std::string words = {}) {
    Cure cure{kind};
    cure.rows = rows;
    cure.price = rows * row_price;
    cure.words = std::move(words);
    fit_.cures.push_back(std::move(cure));
  }

  // ---- the headline ----

  void add_head_cures() {
    for (const PlannedSlot& planned : module_.slots) {
      if (planned.slot.role != Role::headline || planned.rows.empty()) continue;
      const auto head = std::ranges::find_if(heads_, [&](const Head& each) {
        return each.role == Role::headline && each.box.x == planned.slot.x && each.box.y == planned.slot.top;
      });
      const bool upright = m_.plan.style_of(planned.rows.front()).writing == document::Writing::vertical;
      if (head != heads_.end() && !head->rows.empty() && !upright) add_head_cure(planned.slot, *head);
    }
  }

  void add_head_cure(const document::Slot& slot, const Head& head) {
    const auto below = std::ranges::count_if(module_.region.legs, [&](const LegSpec& leg) {
      return leg.rows.first > slot.rows.last && overlap(leg.x, leg.width, slot.x, slot.width);
    });
    const auto rows = rows_for(below);
    if (!rows || *rows >= slot.rows.count()) return;
    const Length room = grid_.row_top(slot.rows.last + 1 - *rows) - slot.top - grid_.row * air_below_head;
    if (head.box.height <= room) return add(Cure::Kind::head_slot, *rows, cure_prices::head_slot_row);
    if (const Length less = in_one_row_fewer(slot, head); less > Length{} && less <= room)
      add(Cure::Kind::head_row, *rows, cure_prices::head_row / *rows);
    add_head_size(head, *rows, room);
  }

  /// How high the head would be; zero where its words do not go into one row fewer.
  [[nodiscard]] static Length in_one_row_fewer(const document::Slot& slot, const Head& head) {
    const auto rows = static_cast<std::int64_t>(head.rows.size());
    if (rows < 2) return {};
    Length words;
    for (const SetLine& row : head.rows) words += row.line.natural;
    if (words > slot.width * (rows - 1)) return {};
    return head.box.height - (head.rows[1].at.y - head.rows[0].at.y);
  }

  void add_head_size(const Head& head, int rows, Length room) {
    const SetLine& first = head.rows.front();
    const document::Style& style = m_.plan.style_of(first.text);
    const Length from = first.look ? first.look->size : style.size;
    const Length to = rounded_down(from * room.per(head.box.height), Length::units(Length::units_per_point / 2));
    const Length least = style.size_least > Length{} ? style.size_least : style.size * least_head_share;
    if (to < least || to >= from) return;
    Cure cure{Cure::Kind::head_size};
    cure.rows = rows;
    cure.from = from;
    cure.to = to;
    cure.price = (from - to).count() * cure_prices::head_point / Length::units_per_point;
    fit_.cures.push_back(std::move(cure));
  }

  // ---- pictures ----

  void add_picture_cures() {
    if (module_.picture && module_.region.picture) add_picture_cure(*module_.region.picture, {});
    for (const PlannedModule& other : page_.modules) {
      if (&other == &module_ || !other.picture || !other.region.picture || !touches(other.region.outline)) continue;
      add_picture_cure(*other.region.picture, story_words(m_.plan, other));
    }
  }

  /// Above or below the story, and not wider than it: what it gives, no third story gets.
  [[nodiscard]] bool touches(const Box& other) const {
    const Box& own = module_.region.outline;
    const Length near = grid_.row * 2;
    const bool under = other.bottom() <= own.y + grid_.row && own.y - other.bottom() <= near;
    const bool above = own.bottom() <= other.y + grid_.row && other.y - own.bottom() <= near;
    return (under || above) && other.x >= own.x - grid_.em && other.right() <= own.right() + grid_.em;
  }

  void add_picture_cure(const Box& picture, const std::string& words) {
    const auto legs = std::ranges::count_if(module_.region.legs, [&](const LegSpec& leg) {
      const Length top = grid_.row_top(leg.rows.first), foot = grid_.row_top(leg.rows.last + 1);
      return overlap(leg.x, leg.width, picture.x, picture.width) && (top >= picture.bottom() || foot <= picture.y);
    });
    const auto rows = rows_for(legs);
    if (!rows || grid_.row * *rows > picture.height * most_of_picture) return;
    add(over_ > 0 ? Cure::Kind::picture_lower : Cure::Kind::picture_higher, *rows, cure_prices::picture_row, words);
  }

  // ---- its place ----

  void add_region_cure() {
    const auto rows = rows_for(static_cast<std::ptrdiff_t>(module_.region.legs.size()));
    if (!rows) return;
    if (over_ < 0) return add(Cure::Kind::region_shorter, *rows, cure_prices::region_row);
    add(Cure::Kind::region_longer, *rows, white_beside(*rows) ? cure_prices::white_row : cure_prices::region_row);
  }

  [[nodiscard]] bool white_beside(int rows) const {
    const Rows own = module_.region.rows;
    const Box& outline = module_.region.outline;
    const auto is_beside = [&](const document::White& white) {
      const bool above_or_below = white.rows.first == own.last + 1 || white.rows.last == own.first - 1;
      return above_or_below && white.rows.count() >= rows && white.x <= outline.x && white.x + white.width >= outline.right();
    };
    return std::ranges::any_of(page_.zones,
                               [&](const document::Zone& zone) { return std::ranges::any_of(zone.whites, is_beside); });
  }

  const Material& m_;
  const Grid& grid_;
  const PlannedModule& module_;
  const document::PlannedPage& page_;
  const std::vector<Head>& heads_;
  CopyFit& fit_;
  int over_;  ///< lines
};

}  // namespace

void add_row_cures(const Material& material, const PlannedModule& module, const document::PlannedPage& page,
                   const std::vector<Head>& heads, CopyFit& fit) {
  if (fit.lines != fit.room && module.further.empty()) CureFinder(material, module, page, heads, fit).run();
}

}  // namespace paiban::page
