#include "colour/transform_shelf.hpp"

#include <algorithm>

namespace paiban::colour {

template <typename Made>
const Result<Made>& TransformShelf::look_up(std::deque<Row<Made>>& rows, const Profile& from, const Profile& to) {
  const auto found =
      std::ranges::find_if(rows, [&](const Row<Made>& row) { return row.from == from.bytes && row.to == to.bytes; });
  if (found != rows.end()) return found->made;
  return rows.emplace_back(Row<Made>{from.bytes, to.bytes, Made::make(from, to)}).made;
}

const Result<Transform>& TransformShelf::take(const Profile& from, const Profile& to) { return look_up(transforms_, from, to); }

const Result<BlackInk>& TransformShelf::black(const Profile& from, const Profile& press) { return look_up(blacks_, from, press); }

}  // namespace paiban::colour
