#pragma once
// Keeps transforms: to make one takes as long as to convert a picture.

#include <deque>
#include <string>

#include "colour/ink.hpp"
#include "colour/transform.hpp"

namespace paiban::colour {

class TransformShelf {
 public:
  /// By relative intent with the black point compensated. Stays valid as long as the shelf.
  [[nodiscard]] const Result<Transform>& take(const Profile& from, const Profile& to);
  [[nodiscard]] const Result<BlackInk>& black(const Profile& from, const Profile& press);

 private:
  template <typename Made>
  struct Row {
    std::string from, to;  // the profiles' bytes
    Result<Made> made;
  };
  template <typename Made>
  static const Result<Made>& look_up(std::deque<Row<Made>>& rows, const Profile& from, const Profile& to);

  std::deque<Row<Transform>> transforms_;
  std::deque<Row<BlackInk>> blacks_;
};

}  // namespace paiban::colour
