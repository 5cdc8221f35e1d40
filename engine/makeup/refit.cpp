#include "makeup/refit.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "document/makeup_area.hpp"

namespace paiban::makeup {
namespace {

/// No edge moves further: a page on which one does is another page.
constexpr int furthest = 10;

/// A level line between modules: what ends at it above and begins at it below. The first is the area's top, the last its foot.
struct Edge {
  int row = 0;
};

class Refitter {
 public:
  Refitter(const std::vector<KeptModule>& kept, int rows) : kept_(kept), rows_(rows) {
    find_edges();
    list_heights();
  }

  /// The cheapest way to move the edges by `moved` rows in all.
  [[nodiscard]] std::optional<Refit> moving(int moved) {
    best_.reset();
    offsets_.assign(edges_.size(), 0);
    try_edge(1, moved, 0);
    return best_;
  }

 private:
  /// Modules whose tops or feet stand in the same row and touch move together. Two edges may share a row without touching.
  void find_edges() {
    const std::size_t count = kept_.size();
    parent_.resize(2 * count);
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t a = 0; a < count; ++a)
      for (std::size_t b = 0; b < count; ++b)
        if (kept_[a].row + kept_[a].height == kept_[b].row && overlap(kept_[a], kept_[b])) join(foot(a), top(b));
    edge_of_.resize(2 * count);
    std::vector<std::pair<int, std::size_t>> roots;
    for (std::size_t end = 0; end < 2 * count; ++end)
      if (root(end) == end && row_of(end) != 0 && row_of(end) != rows_) roots.emplace_back(row_of(end), end);
    std::ranges::sort(roots);
    edges_.push_back({0});
    for (const auto& [row, end] : roots) edges_.push_back({row});
    edges_.push_back({rows_});
    for (std::size_t end = 0; end < 2 * count; ++end) edge_of_[end] = edge_number(end, roots);
  }

  [[nodiscard]] std::size_t edge_number(std::size_t end, const std::vector<std::pair<int, std::size_t>>& roots) {
    if (row_of(end) == 0) return 0;
    if (row_of(end) == rows_) return edges_.size() - 1;
    const auto found = std::ranges::find(roots, root(end), &std::pair<int, std::size_t>::second);
    return 1 + static_cast<std::size_t>(found - roots.begin());
  }

  [[nodiscard]] static std::size_t top(std::size_t module) { return 2 * module; }
  [[nodiscard]] static std::size_t foot(std::size_t module) { return 2 * module + 1; }
  [[nodiscard]] int row_of(std::size_t end) const {
    const KeptModule& module = kept_[end / 2];
    return end % 2 == 0 ? module.row : module.row + module.height;
  }
  [[nodiscard]] std::size_t root(std::size_t end) const {
    while (parent_[end] != end) end = parent_[end];
    return end;
  }
  void join(std::size_t a, std::size_t b) {
    const std::size_t first = std::min(root(a), root(b)), second = std::max(root(a), root(b));
    parent_[second] = first;
  }
  [[nodiscard]] static bool overlap(const KeptModule& a, const KeptModule& b) {
    return a.column < b.column + b.width && b.column < a.column + a.width;
  }

  /// By module and rows: the cheapest candidate.
  void list_heights() {
    cheapest_.resize(kept_.size());
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      cheapest_[i].assign(static_cast<std::size_t>(rows_) + 1, nullptr);
      for (const Module& module : kept_[i].candidates) {
        const int rows = module.height + document::separation_rows;
        if (rows > rows_) continue;
        const Module*& known = cheapest_[i][static_cast<std::size_t>(rows)];
        if (known == nullptr || module.cost < known->cost) known = &module;
      }
    }
  }

  [[nodiscard]] int row_at(std::size_t edge) const { return edges_[edge].row + offsets_[edge]; }

  [[nodiscard]] const Module* fitting(std::size_t module) const {
    const int height = row_at(edge_of_[foot(module)]) - row_at(edge_of_[top(module)]);
    return height > 0 && height <= rows_ ? cheapest_[module][static_cast<std::size_t>(height)] : nullptr;
  }

  /// Modules both of whose edges are settled with `edge` add their cost; nullopt where one of them cannot stand so.
  [[nodiscard]] std::optional<Cost> settled_by(std::size_t edge) const {
    Cost cost = 0;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      const std::size_t above = edge_of_[top(i)], below = edge_of_[foot(i)];
      const bool last_is_foot = below == edges_.size() - 1;  // the area's foot never moves
      const std::size_t later = last_is_foot ? above : std::max(above, below);
      if (later != edge) continue;
      const Module* module = fitting(i);
      if (module == nullptr) return std::nullopt;
      cost += module->cost;
    }
    return cost;
  }

  void try_edge(std::size_t edge, int left, Cost cost) {
    if (edge == 1) {  // what stands between the area's own edges
      const auto fixed = settled_by(0);
      if (!fixed) return;
      cost += *fixed;
    }
    if (best_ && cost >= best_->cost) return;
    if (edge + 1 >= edges_.size()) {
      if (left == 0) take(cost);
      return;
    }
    const bool last = edge + 2 == edges_.size();
    for (int away = last ? left : 0; away <= std::min(left, furthest); ++away)
      for (const int offset : {away, -away}) {
        offsets_[edge] = offset;
        if (const auto more = settled_by(edge)) try_edge(edge + 1, left - away, cost + *more);
        if (away == 0) break;
      }
    offsets_[edge] = 0;
  }

  void take(Cost cost) {
    Refit found;
    found.cost = cost;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      found.modules.push_back(*fitting(i));
      found.rows.push_back(row_at(edge_of_[top(i)]));
    }
    for (const int offset : offsets_) found.moved += std::abs(offset);
    best_ = std::move(found);
  }

  const std::vector<KeptModule>& kept_;
  int rows_;
  std::vector<std::size_t> parent_;   // of the modules' tops and feet, those that move together
  std::vector<std::size_t> edge_of_;  // by top and foot
  std::vector<Edge> edges_;
  std::vector<int> offsets_;
  std::vector<std::vector<const Module*>> cheapest_;
  std::optional<Refit> best_;
};

}  // namespace

std::optional<Refit> refit(const std::vector<KeptModule>& kept, int rows, int most_moved) {
  Refitter refitter(kept, rows);
  for (int moved = 0; moved <= most_moved; ++moved)
    if (auto found = refitter.moving(moved)) return found;
  return std::nullopt;
}

}  // namespace paiban::makeup
