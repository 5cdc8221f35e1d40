#pragma once
// 裁切: which part of a picture its box shows.

#include <string>
#include <utility>

#include "page/composed_page.hpp"

namespace paiban::page {

/// The largest part of `picture` that has the shape of `box`, as near to its focus as its edges let it be.
/// The whole of it where its size is not known.
[[nodiscard]] Crop crop_to(const document::Picture& picture, const Box& box);

/// `picture` in `box`, cropped to it.
[[nodiscard]] inline SetPicture set_picture(std::string name, const Box& box, const document::Picture& picture) {
  return {std::move(name), box, crop_to(picture, box), picture};
}

}  // namespace paiban::page
