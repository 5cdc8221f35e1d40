#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "makeup/dissection.hpp"
#include "makeup/page_prices.hpp"

namespace paiban::makeup {
namespace {

/// So many dissections of different looks are kept of every part; of the page itself more, since wishes sort some out.
constexpr std::size_t kept_of_part = 3;
constexpr std::size_t kept_of_page = 60;
/// With more items the parts keep fewer, and pinwheels are not tried: they would take seconds.
constexpr int many_items = 9, most_items_of_pinwheel = 8;

enum class Cut : std::uint8_t { none, level, upright, pinwheel_right, pinwheel_left };

/// Which edges of the area a part touches, as bits: what its items may ask for.
using Context = std::uint8_t;
constexpr Context top = 1, bottom = 2, left = 4, right = 8, all_edges = 15;

Context context_of(const AreaEdges& edges) {
  return static_cast<Context>((edges.top ? top : 0) | (edges.bottom ? bottom : 0) | (edges.left ? left : 0) |
                              (edges.right ? right : 0));
}

/// A part of the page: these items in a rectangle of this width that touches these edges.
struct Part {
  ItemSet items = 0;
  int width = 0;
  Context edges = 0;
  friend auto operator<=>(const Part&, const Part&) = default;
};

/// A filling of a part, by its number among those of one height.
struct Way {
  Cost cost = 0;
  bool head_left = false, head_right = false;
  Cut cut = Cut::none;
  std::uint64_t look = 0;  ///< the same for fillings that look the same
  int leaf = 0, variant = 0;
  struct Inner {
    int height = 0;
    std::uint16_t way = 0;
    ItemSet items = 0;
    int width = 0;
  };
  std::array<Inner, 2> inner{};  // of a cut: above and below, or left and right
  std::uint32_t pinwheel = 0;    // of a pinwheel: its record
};

/// Fillings by height.
using Fillings = std::map<int, std::vector<Way>>;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  constexpr std::uint64_t prime = 0x100000001b3ULL;  // FNV-1a's
  for (int byte = 0; byte < 8; ++byte) hash = (hash ^ ((value >> (8 * byte)) & 0xff)) * prime;
  return hash;
}

class Slicer {
 public:
  explicit Slicer(const Problem& problem)
      : problem_(problem),
        everything_((ItemSet{1} << problem.items.size()) - 1),
        kept_(static_cast<int>(problem.items.size()) > many_items ? 1 : kept_of_part) {
    for (std::size_t i = 0; i < problem.items.size(); ++i)
      if (context_of(problem.items[i].at) != 0) edged_ |= ItemSet{1} << i;
  }

  [[nodiscard]] std::vector<Dissection> best() {
    std::vector<Way> ways;
    const Fillings& page = fill(whole());
    if (const auto found = page.find(problem_.rows); found != page.end()) ways = found->second;
    if (problem_.items.size() <= most_items_of_pinwheel) add_pinwheels(ways);
    std::ranges::stable_sort(ways, {}, &Way::cost);
    std::vector<Dissection> dissections;
    for (const Way& way : ways) {
      Dissection dissection;
      dissection.structure = place(whole(), way, 0, 0, problem_.rows, dissection.places);
      std::ranges::sort(dissection.places, {}, [](const Placed& each) { return std::pair(each.row, each.column); });
      dissection.price = price_of(problem_, dissection.places);
      dissections.push_back(std::move(dissection));
    }
    return dissections;
  }

  [[nodiscard]] std::vector<int> heights() {
    std::vector<int> heights;
    for (const auto& [height, ways] : fill(whole())) heights.push_back(height);
    return heights;
  }

 private:
  [[nodiscard]] Part whole() const { return {everything_, problem_.columns, all_edges}; }

  /// Where no item asks for an edge, edges are all the same.
  [[nodiscard]] Part part(ItemSet items, int width, int edges) const {
    return {items, width, (items & edged_) != 0 ? static_cast<Context>(edges) : Context{0}};
  }

  [[nodiscard]] Cost weight_of(ItemSet items) const {
    Cost weight = 0;
    for (std::size_t i = 0; i < problem_.items.size(); ++i)
      if ((items >> i & 1) != 0) weight += problem_.items[i].weight;
    return weight;
  }

  // ---- the recursion ----

  const Fillings& fill(const Part& wanted) {
    if (const auto known = known_.find(wanted); known != known_.end()) return known->second;
    Fillings fillings;
    add_leaves(wanted, fillings);
    for (ItemSet first = (wanted.items - 1) & wanted.items; first != 0; first = (first - 1) & wanted.items) {
      const ItemSet second = wanted.items ^ first;
      stack(wanted, first, second, fillings);
      for (int width = 1; width < wanted.width; ++width) abut(wanted, first, second, width, fillings);
    }
    return known_.emplace(wanted, std::move(fillings)).first->second;
  }

  void add_leaves(const Part& wanted, Fillings& fillings) {
    for (std::size_t i = 0; i < problem_.leaves.size(); ++i) {
      const Leaf& leaf = problem_.leaves[i];
      if (leaf.items != wanted.items || !may_stand(leaf.items, wanted.edges)) continue;
      for (const Shape& shape : leaf.by_width[static_cast<std::size_t>(wanted.width)]) {
        Way way;
        way.cost = shape.cost * page_prices::weight_parts;
        way.head_left = shape.head_left;
        way.head_right = shape.head_right;
        way.leaf = static_cast<int>(i);
        way.variant = shape.variant;
        way.look = mixed(mixed(0, i), static_cast<std::uint64_t>(wanted.width));
        keep(fillings, shape.height, way, kept_);
      }
    }
  }

  /// Items of one leaf share its rectangle: whichever edge one of them asks for, the leaf must touch.
  [[nodiscard]] bool may_stand(ItemSet items, Context edges) const {
    for (std::size_t i = 0; i < problem_.items.size(); ++i)
      if ((items >> i & 1) != 0 && (context_of(problem_.items[i].at) & ~edges) != 0) return false;
    return true;
  }

  void stack(const Part& wanted, ItemSet above, ItemSet below, Fillings& fillings) {
    const Fillings& upper = fill(part(above, wanted.width, wanted.edges & ~bottom));
    if (upper.empty()) return;
    const Fillings& lower = fill(part(below, wanted.width, wanted.edges & ~top));
    const Cost band = wanted.width == problem_.columns ? page_prices::band * page_prices::weight_parts : 0;
    const Cost weight = weight_of(below);
    for (const auto& [height, ways] : upper)
      for (const auto& [lower_height, lower_ways] : lower) {
        if (height + lower_height > problem_.rows) break;
        each_pair(ways, lower_ways, [&](std::size_t a, std::size_t b) {
          if (ways[a].cut == Cut::level) return;  // three in a stack are cut from the top
          Way way;
          way.cut = Cut::level;
          way.cost = ways[a].cost + lower_ways[b].cost + band + weight * height;
          way.head_left = ways[a].head_left;
          way.head_right = ways[a].head_right;
          way.inner = {{{height, static_cast<std::uint16_t>(a), above, wanted.width},
                        {lower_height, static_cast<std::uint16_t>(b), below, wanted.width}}};
          way.look = mixed(mixed(mixed(1, ways[a].look), lower_ways[b].look), 0);
          keep(fillings, height + lower_height, way, limit(wanted));
        });
      }
  }

  void abut(const Part& wanted, ItemSet first, ItemSet second, int width, Fillings& fillings) {
    const Fillings& west = fill(part(first, width, wanted.edges & ~right));
    if (west.empty()) return;
    const Fillings& east = fill(part(second, wanted.width - width, wanted.edges & ~left));
    const Cost away = weight_of(second) * width * page_prices::column_rows;
    for (const auto& [height, ways] : west) {
      const auto other = east.find(height);
      if (other == east.end()) continue;
      const Cost gutter = height == problem_.rows ? page_prices::gutter * page_prices::weight_parts : 0;
      each_pair(ways, other->second, [&](std::size_t a, std::size_t b) {
        const Way& one = ways[a];
        const Way& two = other->second[b];
        if (one.cut == Cut::upright) return;  // three side by side are cut from the left
        Way way;
        way.cut = Cut::upright;
        way.cost = one.cost + two.cost + away + gutter +
                   (one.head_right && two.head_left ? page_prices::heads_meet * page_prices::weight_parts : 0);
        way.head_left = one.head_left;
        way.head_right = two.head_right;
        way.inner = {{{height, static_cast<std::uint16_t>(a), first, width},
                      {height, static_cast<std::uint16_t>(b), second, wanted.width - width}}};
        way.look = mixed(mixed(mixed(2, one.look), two.look), static_cast<std::uint64_t>(width));
        keep(fillings, height, way, limit(wanted));
      });
    }
  }

  [[nodiscard]] std::size_t limit(const Part& wanted) const { return wanted.items == everything_ ? kept_of_page : kept_; }

  template <typename Do>
  static void each_pair(const std::vector<Way>& first, const std::vector<Way>& second, Do&& act) {
    for (std::size_t a = 0; a < first.size(); ++a)
      for (std::size_t b = 0; b < second.size(); ++b) act(a, b);
  }

  /// The cheapest of each look and each pair of heads at the sides, at most `most` of them, cheapest first.
  static void keep(Fillings& fillings, int height, const Way& way, std::size_t most) {
    std::vector<Way>& ways = fillings[height];
    if (ways.size() >= most && way.cost >= ways.back().cost) return;
    const auto same = std::ranges::find_if(ways, [&](const Way& each) {
      return each.look == way.look && each.head_left == way.head_left && each.head_right == way.head_right;
    });
    if (same != ways.end()) {
      if (same->cost <= way.cost) return;
      ways.erase(same);
    }
    ways.insert(std::ranges::upper_bound(ways, way.cost, {}, &Way::cost), way);
    if (ways.size() > most) ways.pop_back();
  }

  // ---- pinwheels ----

  /// Five blocks round a middle: a at the top left, then clockwise b, c, d; e in the middle.
  struct Pinwheel {
    std::array<Way::Inner, 5> blocks;
  };

  /// Two blocks one above the other that take the whole height.
  struct Side {
    Way::Inner upper, lower;
    Cost cost = 0;
  };

  /// Every pair of blocks, the upper `upper_width` wide, the lower `lower_width`, on one side of the page.
  [[nodiscard]] std::vector<Side> sides(int upper_width, int lower_width, Context side) {
    std::vector<Side> found;
    for (ItemSet upper = everything_ - 1; upper != 0; --upper) {
      if ((upper & ~everything_) != 0) continue;
      const Fillings& above = fill(part(upper, upper_width, top | side));
      if (above.empty()) continue;
      const ItemSet others = everything_ ^ upper;
      for (ItemSet lower = others; lower != 0; lower = (lower - 1) & others) {
        const Fillings& below = fill(part(lower, lower_width, bottom | side));
        for (const auto& [height, ways] : above) {
          const auto rest = below.find(problem_.rows - height);
          if (rest == below.end()) continue;
          found.push_back({{height, 0, upper, upper_width},
                           {problem_.rows - height, 0, lower, lower_width},
                           ways.front().cost + rest->second.front().cost + weight_of(lower) * height});
        }
      }
    }
    return found;
  }

  void add_pinwheels(std::vector<Way>& ways) {
    for (int first = 1; first < problem_.columns; ++first)
      for (int second = first + 1; second < problem_.columns; ++second) {
        // Clockwise: the upper left block reaches over the middle, and so the lower right one.
        add_pinwheels(sides(second, first, left), sides(problem_.columns - second, problem_.columns - first, right), first,
                      second, Cut::pinwheel_right, ways);
        add_pinwheels(sides(first, second, left), sides(problem_.columns - first, problem_.columns - second, right), first,
                      second, Cut::pinwheel_left, ways);
      }
  }

  void add_pinwheels(const std::vector<Side>& west, const std::vector<Side>& east, int first, int second, Cut cut,
                     std::vector<Way>& ways) {
    for (const Side& a : west)
      for (const Side& b : east) {
        const ItemSet taken = a.upper.items | a.lower.items | b.upper.items | b.lower.items;
        const bool disjoint = ((a.upper.items | a.lower.items) & (b.upper.items | b.lower.items)) == 0;
        const ItemSet rest = everything_ ^ taken;
        if (!disjoint || rest == 0) continue;
        const int upper = cut == Cut::pinwheel_right ? a.upper.height : b.upper.height;  // the block over the middle
        const int lower = cut == Cut::pinwheel_right ? b.upper.height : a.upper.height;
        if (upper >= lower) continue;
        const Fillings& middle = fill(part(rest, second - first, 0));
        const auto found = middle.find(lower - upper);
        if (found == middle.end()) continue;
        Way way;
        way.cut = cut;
        way.cost = a.cost + b.cost + found->second.front().cost + weight_of(rest) * (upper + first * page_prices::column_rows) +
                   weight_of(b.upper.items) * b_left(cut, true, first, second) * page_prices::column_rows +
                   weight_of(b.lower.items) * b_left(cut, false, first, second) * page_prices::column_rows;
        way.pinwheel = static_cast<std::uint32_t>(pinwheels_.size());
        way.look = mixed(mixed(mixed(mixed(mixed(static_cast<std::uint64_t>(cut), a.upper.items), a.lower.items), b.upper.items),
                               b.lower.items),
                         static_cast<std::uint64_t>(first * problem_.columns + second));
        pinwheels_.push_back({{a.upper, b.upper, b.lower, a.lower, {lower - upper, 0, rest, second - first}}});
        std::vector<Way> one{way};
        Fillings into{{0, std::move(ways)}};
        keep(into, 0, way, kept_of_page);
        ways = std::move(into.begin()->second);
      }
  }

  /// The first column of the upper or lower block on the right.
  static int b_left(Cut cut, bool is_upper, int first, int second) {
    return (cut == Cut::pinwheel_right) == is_upper ? second : first;
  }

  // ---- places ----

  /// Places a filling at (column, row); its structure.
  std::string place(const Part& wanted, const Way& way, int column, int row, int height, std::vector<Placed>& places) {
    switch (way.cut) {
      case Cut::none: {
        places.push_back({way.leaf, way.variant, column, row, wanted.width, height});
        return std::to_string(way.leaf);
      }
      case Cut::level: {
        std::string text = "(" + place_inner(wanted.edges & ~bottom, way.inner[0], column, row, places);
        text += "/" + place_inner(wanted.edges & ~top, way.inner[1], column, row + way.inner[0].height, places);
        return text + ")";
      }
      case Cut::upright: {
        std::string text = "(" + place_inner(wanted.edges & ~right, way.inner[0], column, row, places);
        text += "|" + std::to_string(way.inner[0].width) + "|";
        return text + place_inner(wanted.edges & ~left, way.inner[1], column + way.inner[0].width, row, places) + ")";
      }
      case Cut::pinwheel_right:
      case Cut::pinwheel_left:
        return place_pinwheel(way, places);
    }
    return {};
  }

  std::string place_inner(int edges, const Way::Inner& inner, int column, int row, std::vector<Placed>& places) {
    const Part wanted = part(inner.items, inner.width, edges);
    const Way way = known_.at(wanted).at(inner.height)[inner.way];
    return place(wanted, way, column, row, inner.height, places);
  }

  std::string place_pinwheel(const Way& way, std::vector<Placed>& places) {
    const auto& [a, b, c, d, e] = pinwheels_[way.pinwheel].blocks;
    const int middle = way.cut == Cut::pinwheel_right ? d.width : a.width;
    const int middle_row = way.cut == Cut::pinwheel_right ? a.height : b.height;
    std::string text = way.cut == Cut::pinwheel_right ? "right{" : "left{";
    text += place_inner(top | left, a, 0, 0, places) + " ";
    text += place_inner(top | right, b, problem_.columns - b.width, 0, places) + " ";
    text += place_inner(bottom | right, c, problem_.columns - c.width, b.height, places) + " ";
    text += place_inner(bottom | left, d, 0, a.height, places) + " ";
    return text + place_inner(0, e, middle, middle_row, places) + "}" + std::to_string(middle);
  }

  const Problem& problem_;
  ItemSet everything_;
  std::size_t kept_;
  ItemSet edged_ = 0;  ///< items that ask for an edge
  std::map<Part, Fillings> known_;
  std::vector<Pinwheel> pinwheels_;
};

}  // namespace

std::vector<Dissection> dissect(const Problem& problem, int how_many) {
  if (problem.items.empty() || static_cast<int>(problem.items.size()) > most_items) return {};
  std::vector<Dissection> all = Slicer(problem).best();
  std::erase_if(all, [&](const Dissection& each) { return !holds_wishes(problem, each.places); });
  std::ranges::stable_sort(all, {}, [](const Dissection& each) { return each.price.sum(); });
  std::vector<Dissection> best;
  for (Dissection& each : all) {
    const bool known = std::ranges::any_of(best, [&](const Dissection& other) { return other.structure == each.structure; });
    if (!known && static_cast<int>(best.size()) < how_many) best.push_back(std::move(each));
  }
  return best;
}

std::vector<int> fillable_heights(const Problem& problem) { return Slicer(problem).heights(); }

}  // namespace paiban::makeup
