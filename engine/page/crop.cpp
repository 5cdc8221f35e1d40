#include "page/crop.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace paiban::page {
namespace {

/// The window of length `share` around `focus` that stays within [0, 1].
std::pair<Ratio, Ratio> window(Ratio focus, Ratio share) {
  share = std::max(share, Ratio{1});  // something is seen of the longest strip, too
  const Ratio half{share.ten_thousandths / 2};
  const Ratio from = std::clamp(focus - half, Ratio{}, Ratio::one() - share);
  return {from, from + share};
}

}  // namespace

Crop crop_to(const document::Picture& picture, const Box& box) {
  Crop crop;
  if (picture.pixel_width <= 0 || picture.pixel_height <= 0 || box.width <= Length{} || box.height <= Length{}) return crop;
  // Compare the shapes without dividing: width ratio against height ratio.
  const std::int64_t across = picture.pixel_width * box.height.count();
  const std::int64_t down = picture.pixel_height * box.width.count();
  if (across > down) std::tie(crop.left, crop.right) = window(picture.focus_x, Ratio{scale_rounded(10'000, down, across)});
  if (down > across) std::tie(crop.top, crop.bottom) = window(picture.focus_y, Ratio{scale_rounded(10'000, across, down)});
  return crop;
}

}  // namespace paiban::page
