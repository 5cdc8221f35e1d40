#include "page/resolution.hpp"

#include <algorithm>
#include <string>

#include "base/message_table.hpp"
#include "page/place_words.hpp"

namespace paiban::page {
namespace {

constexpr std::int64_t inch = 72 * Length::units_per_point;

/// Pixels that `length` needs, rounded up.
std::int64_t pixels_for(Length length, int ppi) { return (length.count() * ppi + inch - 1) / inch; }

/// Millimetres over which `pixels` reach, rounded down.
std::int64_t millimetres_for(std::int64_t pixels, int ppi) { return pixels * inch / ppi / Length::units_per_millimetre; }

void check(const SetPicture& set, const std::string& story, const std::string& place, Report& report) {
  if (set.picture.file.empty() || set.picture.stand_in || set.picture.pixel_width <= 0) return;
  const std::int64_t ppi = pixels_per_inch(set);
  if (ppi >= good_ppi) return;
  const bool too_coarse = ppi < least_ppi;
  const int wanted = too_coarse ? least_ppi : good_ppi;
  const SeenPixels seen = seen_pixels(set);
  report.add(too_coarse ? Code::picture_too_coarse : Code::picture_coarse, set.picture.at,
             {set.picture.source, std::to_string(seen.width), std::to_string(seen.height), std::to_string(ppi),
              std::to_string(pixels_for(set.box.width, wanted)), std::to_string(pixels_for(set.box.height, wanted)),
              std::to_string(millimetres_for(seen.width, wanted))},
             story, place);
}

void check(const SetStory& story, const std::string& page, Report& report) {
  for (const SetPicture& picture : story.pictures) check(picture, story.id, page + " " + story.words, report);
  for (const SetStory& box : story.boxes) check(box, page, report);
}

}  // namespace

SeenPixels seen_pixels(const SetPicture& set) {
  const auto share = [](int pixels, Ratio from, Ratio to) { return scale_rounded(pixels, (to - from).ten_thousandths, 10'000); };
  return {share(set.picture.pixel_width, set.crop.left, set.crop.right),
          share(set.picture.pixel_height, set.crop.top, set.crop.bottom)};
}

// Both sides have the same: a crop has the shape of its box.
std::int64_t pixels_per_inch(const SetPicture& set) {
  return set.box.width <= Length{} ? 0 : seen_pixels(set).width * inch / set.box.width.count();
}

void check_resolution(std::span<const ComposedPage> pages, Report& report) {
  for (const ComposedPage& page : pages) {
    const std::string words = page_words(page.number);
    for (const SetPicture& picture : page.pictures) check(picture, {}, words, report);
    for (const SetStory& story : page.stories) check(story, words, report);
  }
}

}  // namespace paiban::page
