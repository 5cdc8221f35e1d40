#include "makeup/modules.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "document/makeup_area.hpp"
#include "makeup/curves.hpp"
#include "makeup/head_bands.hpp"
#include "page/copyfit.hpp"
#include "paragraph/costs.hpp"

namespace paiban::makeup {
namespace {

using document::Column;
using document::MakeupArea;
using document::StoryKind;
using paragraph::CostCurve;

/// A picture whose size is not known is taken to be 3 : 2.
constexpr std::int64_t usual_across = 3, usual_down = 2;

/// Legs that are not the page's columns are a whole number of twentieths of an em wide.
constexpr std::int64_t leg_step = 500;

bool is_picture(const TrialStory& trial) {
  const StoryKind kind = trial.story.kind;
  return kind == StoryKind::picture || kind == StoryKind::picture_news || kind == StoryKind::advertisement;
}

class ModuleMaker {
 public:
  explicit ModuleMaker(const Trial& trial) : trial_(trial), area_(trial.area), curves_(trial) {}

  [[nodiscard]] int widest() const { return static_cast<int>(area_.columns.size()); }

  /// Modules of one story at one width.
  [[nodiscard]] std::vector<Module> of(std::size_t story, int width) { return cheapest_of_each(all_of(story, width)); }

  /// Modules of `story` with `guest` in its corner.
  [[nodiscard]] std::vector<Module> pair(std::size_t story, std::size_t guest, int width) {
    std::vector<Module> found;
    for (int columns = 1; columns < width; ++columns)
      for (const Module& inner : corners(guest, columns)) with_corner(story, width, inner, true, found);
    return cheapest_of_each(std::move(found));
  }

 private:
  [[nodiscard]] std::vector<Module> all_of(std::size_t story, int width) {
    return is_picture(trial_.stories[story]) ? pictures(story, width) : texts(story, width);
  }

  /// Modules that can stand in another one's corner: a zone has one row of columns, those of the story round them.
  [[nodiscard]] const std::vector<Module>& corners(std::size_t story, int width) {
    const auto [place, inserted] = corners_.try_emplace({story, width});
    if (!inserted) return place->second;
    std::vector<Module> all = all_of(story, width);
    std::erase_if(all, [](const Module& module) { return module.levers.other_legs; });
    place->second = cheapest_of_each(std::move(all));
    return place->second;
  }

  /// The heads of one pattern at one width, where they fit.
  struct Heads {
    std::size_t pattern = 0;
    HeadBlock block;
  };

  [[nodiscard]] Length width_of(int columns) const {
    const Column& last = area_.columns[static_cast<std::size_t>(columns) - 1];
    return last.x + last.width - area_.columns.front().x;
  }

  [[nodiscard]] bool allows(const TrialStory& trial, const document::Pattern& pattern, int width) const {
    const document::Wishes& wishes = trial.story.wishes;
    if (wishes.fixed) return wishes.fixed->columns.count() == width;  // there it stands, whatever its pattern thinks of it
    return pattern.columns.holds(width) && (!wishes.columns || wishes.columns->holds(width));
  }

  /// Heads over the first `over` columns of a module.
  [[nodiscard]] const std::vector<Heads>& heads_of(std::size_t story, int width, int over) {
    const auto [place, inserted] = heads_.try_emplace({story, width, over});
    if (!inserted) return place->second;
    const TrialStory& trial = trial_.stories[story];
    for (std::size_t i = 0; i < trial.patterns.size(); ++i) {
      if (!allows(trial, area_.patterns[trial.patterns[i].pattern], width)) continue;
      if (auto block = head_block(trial_, trial.patterns[i], width_of(over))) place->second.push_back({i, *std::move(block)});
    }
    return place->second;
  }

  [[nodiscard]] static Module start(std::size_t story, const Heads& heads, int width) {
    Module module;
    module.story = story;
    module.pattern = heads.pattern;
    module.width = width;
    module.head_columns = width;
    module.bands = heads.block.bands;
    module.cost = heads.block.price;
    return module;
  }

  // ---- pictures ----

  [[nodiscard]] std::vector<Module> pictures(std::size_t story, int width) {
    std::vector<Module> found;
    const TrialStory& trial = trial_.stories[story];
    for (const Heads& heads : heads_of(story, width, width)) {
      const Module base = start(story, heads, width);
      const auto& flow = trial.patterns[heads.pattern].module.flow;
      for (const auto& [rows, crop] : picture_rows(trial, width, base.head_rows())) {
        Module module = base;
        module.picture = rows;
        module.levers.crop = crop;
        module.cost += std::abs(crop.ten_thousandths) * module_prices::crop / 100;
        module.height = module.head_rows() + rows;
        if (flow.empty())
          found.push_back(module);
        else
          add_texts(module, flow, found);
      }
    }
    return found;
  }

  /// Rows that a picture may have, and what is cropped for each; over zero of its height.
  [[nodiscard]] std::vector<std::pair<int, Ratio>> picture_rows(const TrialStory& trial, int width, int head_rows) const {
    const document::Picture picture = trial.story.picture.value_or(document::Picture{});
    const document::Wishes& wishes = trial.story.wishes;
    const bool known = picture.pixel_width > 0 && picture.pixel_height > 0;
    const bool promised = picture.promised() && picture.aspect_width > 0;
    const std::int64_t across = known ? picture.pixel_width : promised ? picture.aspect_width : usual_across;
    const std::int64_t down = known ? picture.pixel_height : promised ? picture.aspect_height : usual_down;
    const Length whole = Length::units(scale_rounded(width_of(width).count(), down, across));
    const Length row = trial_.plan.design.grid.row;
    const int asked = wishes.fixed ? wishes.fixed->rows.count() : wishes.rows;
    if (asked > head_rows) return {{asked - head_rows, Ratio{}}};
    const Ratio most = wishes.no_crop ? module_prices::rounding_crop : module_prices::most_crop;
    std::vector<std::pair<int, Ratio>> rows;
    const auto nearest = static_cast<int>(whole.count() / row.count());
    const int reach = nearest * static_cast<int>(most.ten_thousandths) / 10'000 + 1;
    for (int count = std::max(1, nearest - reach); count <= nearest + reach; ++count) {
      const Length height = row * count;
      // Lower than the whole picture: height is cut; higher: width.
      const Ratio crop = height <= whole ? (whole - height).per(whole) : -(height - whole).per(height);
      if (std::abs(crop.ten_thousandths) <= most.ten_thousandths) rows.emplace_back(count, crop);
    }
    return rows;
  }

  // ---- text ----

  [[nodiscard]] std::vector<Module> texts(std::size_t story, int width) {
    std::vector<Module> found;
    const TrialStory& trial = trial_.stories[story];
    if (!trial.boxes.empty()) {
      with_box(story, width, trial.boxes.front(), found);
      return found;
    }
    for (const Heads& heads : heads_of(story, width, width)) {
      const auto& flow = trial.patterns[heads.pattern].module.flow;
      if (!flow.empty()) add_texts(start(story, heads, width), flow, found);
    }
    // A box has its rules over its whole width, and so its head.
    for (int over = 1; over < width && trial.story.kind != StoryKind::box; ++over) add_inset(story, width, over, found);
    return found;
  }

  /// 文包题: the legs right of the heads begin at the top.
  void add_inset(std::size_t story, int width, int over, std::vector<Module>& found) {
    for (const Heads& heads : heads_of(story, width, over)) {
      Module base = start(story, heads, width);
      const auto& flow = trial_.stories[story].patterns[heads.pattern].module.flow;
      if (flow.empty()) continue;
      base.head_columns = over;
      base.legs = width;
      base.cost += module_prices::inset_head;
      const CostCurve& curve = curves_.of(flow, area_.columns.front().width);
      for_counts(curve, [&](int lines, int looseness) {
        const int beside = (width - over) * base.head_rows();  // rows that stand beside the heads
        if (lines <= beside || (lines - beside) % width != 0) return;
        Module module = base;
        module.text = (lines - beside) / width;
        add(module, flow, looseness, found, 0);
      });
    }
  }

  /// Every number of legs that can be read, every number of rows that the copy can fill.
  void add_texts(const Module& base, const std::vector<document::TextId>& flow, std::vector<Module>& found) {
    for (int legs = std::max(1, base.width - 1); legs <= base.width + 1; ++legs) {
      const Length measure = legs_over(trial_.plan.design.grid, area_, 0, base.width, legs).front().width;
      if (legs != base.width && !readable(measure)) continue;
      const CostCurve& curve = curves_.of(flow, measure);
      for_counts(curve, [&](int lines, int looseness) {
        if (lines % legs != 0) return;
        Module module = base;
        module.legs = legs;
        module.text = lines / legs;
        module.levers.other_legs = legs != base.width;
        module.cost += legs != base.width ? module_prices::other_legs : 0;
        add(module, flow, looseness, found);
      });
    }
  }

  [[nodiscard]] bool readable(Length measure) const {
    const Length em = trial_.plan.design.grid.em;
    return measure >= em * area_.least_measure && measure <= em * area_.most_measure;
  }

  template <typename Do>
  void for_counts(const CostCurve& curve, Do&& act) const {
    const int best = curve.cheapest();
    for (int looseness = -module_prices::most_looseness; looseness <= module_prices::most_looseness; ++looseness) {
      const auto cost = curve.at(best + looseness);
      if (cost && *cost - *curve.at(best) < paragraph::forbidden::too_loose) act(best + looseness, looseness);
    }
  }

  /// Prices the text of `module`, all of whose legs are full, and adds it once for each number of air rows.
  void add(Module module, const std::vector<document::TextId>& flow, int looseness, std::vector<Module>& found,
           int most_air = module_prices::most_air) {
    const std::vector<int> legs = module.leg_rows();
    const int shortest = std::ranges::min(legs);
    if (shortest < module_prices::fewest_rows) return;
    const Length measure = legs_over(trial_.plan.design.grid, area_, 0, module.width, module.legs).front().width;
    const CostCurve& curve = curves_.of(flow, measure);
    const int lines = std::accumulate(legs.begin(), legs.end(), 0);
    const paragraph::Cost more = *curve.at(lines) - *curve.at(curve.cheapest());
    module.levers.looseness = looseness;
    module.cost += module_prices::looseness[static_cast<std::size_t>(std::abs(looseness))];
    module.cost += more * module_prices::grey / (paragraph::as_gap(100) * lines);
    module.cost += std::max(0, module_prices::short_leg - shortest) * module_prices::row_of_short_leg;
    module.cost += curves_.at_leg_ends(flow, measure, legs) * price_of_leg_end(flow) / module_prices::wrong_leg_end;
    for (int air = 0; air <= most_air; ++air) {
      Module aired = module;
      aired.levers.air = air;
      aired.cost += module_prices::air[static_cast<std::size_t>(air)];
      aired.height = aired.picture + aired.head_rows() + aired.text +
                     (aired.corner.empty() || aired.has_corner_beside() ? 0 : aired.corner.front().height);
      aired.cost += slimness(aired);
      found.push_back(std::move(aired));
    }
  }

  [[nodiscard]] Cost price_of_leg_end(const std::vector<document::TextId>& flow) const {
    const bool heads =
        std::ranges::any_of(flow, [&](document::TextId id) { return page::stands_on_text(trial_.plan.texts[id].role); });
    return heads ? module_prices::bare_head : module_prices::lone_line;
  }

  [[nodiscard]] Cost slimness(const Module& module) const {
    const std::int64_t width = width_of(module.width).count();
    const std::int64_t tenths = trial_.plan.design.grid.row.count() * module.height * 10 / width;
    return std::max<std::int64_t>(0, tenths - module_prices::slim_tenths) * module_prices::tenth_slimmer;
  }

  // ---- corners ----

  void with_box(std::size_t story, int width, std::size_t box, std::vector<Module>& found) {
    for (int columns = 1; columns <= width; ++columns)
      for (const Module& inner : corners(box, columns)) with_corner(story, width, inner, false, found);
  }

  /// The text of `story` above and beside `inner`, which takes the rightmost columns at the foot (all columns: stands below).
  void with_corner(std::size_t story, int width, const Module& inner, bool guest, std::vector<Module>& found) {
    const int inner_rows = inner.height + (guest ? document::separation_rows : 0);
    for (const Heads& heads : heads_of(story, width, width)) {
      const auto& flow = trial_.stories[story].patterns[heads.pattern].module.flow;
      const CostCurve& curve = curves_.of(flow, legs_over(trial_.plan.design.grid, area_, 0, width, width).front().width);
      for_counts(curve, [&](int lines, int looseness) {
        const bool below = inner.width == width;
        const int cells = below ? lines : lines + inner.width * inner_rows;  // of the text's columns, the corner's too
        if (flow.empty() || cells % width != 0) return;
        Module module = start(story, heads, width);
        module.legs = width;
        module.text = cells / width;
        module.corner = {inner};
        module.guest = guest;
        module.cost += inner.cost + (below ? 0 : module_prices::corner);
        add(module, flow, looseness, found);
      });
    }
  }

  /// Of each height the cheapest with heads over the whole width, and the cheapest with an inset head.
  static std::vector<Module> cheapest_of_each(std::vector<Module> all) {
    const auto key = [](const Module& module) { return std::pair(module.height, module.head_columns < module.width); };
    std::ranges::stable_sort(all, {}, [&](const Module& module) { return std::pair(key(module), module.cost); });
    const auto twice = std::ranges::unique(all, {}, key);
    all.erase(twice.begin(), twice.end());
    return all;
  }

  const Trial& trial_;
  const MakeupArea& area_;
  Curves curves_;
  std::map<std::pair<std::size_t, int>, std::vector<Module>> corners_;
  std::map<std::tuple<std::size_t, int, int>, std::vector<Heads>> heads_;
};

bool touch(const document::Story& a, const document::Story& b) {
  return std::ranges::find(a.wishes.touches, b.id) != a.wishes.touches.end() ||
         std::ranges::find(b.wishes.touches, a.id) != b.wishes.touches.end();
}

bool keeps_apart(const document::Story& a, const document::Story& b) {
  const auto names = [](const document::Story& from, const document::Story& to) {
    return std::ranges::find(from.wishes.apart, to.id) != from.wishes.apart.end() ||
           std::ranges::find(from.wishes.not_beside, to.id) != from.wishes.not_beside.end() ||
           std::ranges::find(from.wishes.not_above, to.id) != from.wishes.not_above.end();
  };
  return names(a, b) || names(b, a);
}

/// Whether `guest` may stand in the corner of `story`: a picture in any story that has text, a lesser story where they touch.
bool may_pair(const TrialStory& story, const TrialStory& guest) {
  if (is_picture(story) || keeps_apart(story.story, guest.story)) return false;
  if (guest.story.kind == StoryKind::advertisement) return false;
  if (!story.boxes.empty() || !guest.boxes.empty()) return false;  // a box has the corner already
  return is_picture(guest) || (touch(story.story, guest.story) && story.priority <= guest.priority);
}

}  // namespace

std::vector<Column> legs_over(const document::Grid& grid, const MakeupArea& area, int first, int width, int count) {
  const auto from = area.columns.begin() + first;
  if (count == width) return {from, from + width};
  const Column& last = *(from + width - 1);
  const std::int64_t whole = (last.x + last.width - from->x).per(grid.em).ten_thousandths;
  const std::int64_t gutter = (area.columns[1].x - area.columns[0].x - area.columns[0].width).per(grid.em).ten_thousandths;
  // A layout is written in ems of four decimals: what does not divide goes to the gutters.
  std::int64_t leg = (whole - gutter * (count - 1)) / count / leg_step * leg_step;
  while (count > 1 && (whole - leg * count) % (count - 1) != 0) leg -= leg_step;
  const std::int64_t pitch = count > 1 ? leg + (whole - leg * count) / (count - 1) : 0;
  std::vector<Column> legs;
  for (int i = 0; i < count; ++i) legs.push_back({from->x + grid.em * Ratio{pitch * i}, grid.em * Ratio{leg}});
  return legs;
}

std::vector<ModuleChoice> module_choices(const Trial& trial, const std::vector<bool>& wanted) {
  ModuleMaker maker(trial);
  std::vector<ModuleChoice> choices;
  const auto add = [&](std::vector<std::size_t> stories, auto&& modules) {
    ModuleChoice choice{std::move(stories), ModuleTable(static_cast<std::size_t>(maker.widest()) + 1)};
    for (int width = 1; width <= maker.widest(); ++width) choice.table[static_cast<std::size_t>(width)] = modules(width);
    choices.push_back(std::move(choice));
  };
  for (std::size_t a = 0; a < trial.stories.size(); ++a) {
    if (!wanted[a]) continue;
    add({a}, [&](int width) { return maker.of(a, width); });
    for (std::size_t b = 0; b < trial.stories.size(); ++b)
      if (b != a && wanted[b] && may_pair(trial.stories[a], trial.stories[b]))
        add({a, b}, [&](int width) { return maker.pair(a, b, width); });
  }
  return choices;
}

}  // namespace paiban::makeup
