#include "compare/edits.hpp"

#include <algorithm>

namespace paiban::compare {
namespace {

using Numbers = std::span<const std::uint32_t>;

/// How far each diagonal is reached with so many differences: `reach[k + differences]` on the diagonal k = x − y.
using Reach = std::vector<int>;

int size_of(Numbers numbers) { return static_cast<int>(numbers.size()); }

/// Whether the furthest way to diagonal `k` with `d` differences comes from above (an element put in) and not from the left.
bool comes_down(const Reach& before, int d, int k) {
  const auto at = [&before, d](int diagonal) { return before[static_cast<std::size_t>(diagonal + d - 1)]; };
  return k == -d || (k != d && at(k - 1) < at(k + 1));
}

int start_on(const Reach& before, int d, int k) {
  if (d == 0) return 0;
  const bool down = comes_down(before, d, k);
  return before[static_cast<std::size_t>((down ? k + 1 : k - 1) + d - 1)] + (down ? 0 : 1);
}

/// The reaches for 0, 1, 2 … differences until the end is reached; empty where that takes more than most_edits.
std::vector<Reach> explore(Numbers was, Numbers now) {
  std::vector<Reach> reaches;
  const Reach none;
  for (int d = 0; d <= std::min(most_edits, size_of(was) + size_of(now)); ++d) {
    Reach reach(static_cast<std::size_t>(2 * d + 1), -1);
    const Reach& before = reaches.empty() ? none : reaches.back();
    for (int k = -d; k <= d; k += 2) {
      int x = start_on(before, d, k);
      while (x < size_of(was) && x - k >= 0 && x - k < size_of(now) &&
             was[static_cast<std::size_t>(x)] == now[static_cast<std::size_t>(x - k)])
        ++x;
      reach[static_cast<std::size_t>(k + d)] = x;
      if (x >= size_of(was) && x - k >= size_of(now)) {
        reaches.push_back(std::move(reach));
        return reaches;
      }
    }
    reaches.push_back(std::move(reach));
  }
  return {};
}

/// Which elements are not kept.
struct Marked {
  std::vector<bool> out, in;
};

Marked walk_back(const std::vector<Reach>& reaches, Numbers was, Numbers now) {
  Marked marked{std::vector<bool>(was.size()), std::vector<bool>(now.size())};
  int x = size_of(was), y = size_of(now);
  for (int d = static_cast<int>(reaches.size()) - 1; d > 0; --d) {
    const Reach& before = reaches[static_cast<std::size_t>(d - 1)];
    const int k = x - y;
    const bool down = comes_down(before, d, k);
    x = start_on(before, d, k) - (down ? 0 : 1);
    y = x - (down ? k + 1 : k - 1);
    (down ? marked.in[static_cast<std::size_t>(y)] : marked.out[static_cast<std::size_t>(x)]) = true;
  }
  return marked;
}

std::vector<Edit> edits_of(const Marked& marked) {
  std::vector<Edit> edits;
  const std::size_t old_size = marked.out.size(), new_size = marked.in.size();
  for (std::size_t i = 0, j = 0; i < old_size || j < new_size;) {
    const Edit start{i, i, j, j};
    while (i < old_size && marked.out[i]) ++i;
    while (j < new_size && marked.in[j]) ++j;
    if (i != start.old_first || j != start.new_first) {
      edits.push_back({start.old_first, i, start.new_first, j});
    } else {
      ++i, ++j;
    }
  }
  return edits;
}

}  // namespace

std::vector<Edit> edits_between(Numbers was, Numbers now) {
  const auto [a, b] = std::ranges::mismatch(was, now);
  const auto same = static_cast<std::size_t>(a - was.begin());
  std::size_t tail = 0;
  while (tail + same < std::min(was.size(), now.size()) && was[was.size() - 1 - tail] == now[now.size() - 1 - tail]) ++tail;
  const Numbers old_middle = was.subspan(same, was.size() - same - tail),
                new_middle = now.subspan(same, now.size() - same - tail);
  if (old_middle.empty() && new_middle.empty()) return {};
  const std::vector<Reach> reaches = explore(old_middle, new_middle);
  std::vector<Edit> edits{{0, old_middle.size(), 0, new_middle.size()}};
  if (!reaches.empty()) edits = edits_of(walk_back(reaches, old_middle, new_middle));
  for (Edit& edit : edits) {
    edit.old_first += same, edit.old_last += same;
    edit.new_first += same, edit.new_last += same;
  }
  return edits;
}

std::vector<Edit> joined_edits(const std::vector<Edit>& edits, std::size_t least_kept) {
  std::vector<Edit> joined;
  for (const Edit& edit : edits) {
    if (!joined.empty() && edit.old_first - joined.back().old_last < least_kept) {
      joined.back().old_last = edit.old_last;
      joined.back().new_last = edit.new_last;
    } else {
      joined.push_back(edit);
    }
  }
  return joined;
}

}  // namespace paiban::compare
