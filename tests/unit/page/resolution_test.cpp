#include "page/resolution.hpp"

#include <gtest/gtest.h>

#include "base/message_table.hpp"
#include "page/crop.hpp"

namespace paiban::page {
namespace {

document::Picture photo(int width, int height) {
  document::Picture picture;
  picture.source = "photo.jpg";
  picture.file = "photo.jpg";
  picture.pixel_width = width;
  picture.pixel_height = height;
  return picture;
}

/// A page whose lead has `picture` in four inches by three.
ComposedPage page_with(const document::Picture& picture) {
  ComposedPage page;
  page.number = 1;
  SetStory& story = page.stories.emplace_back();
  story.id = "lead";
  story.words = "头条";
  story.pictures.push_back(set_picture("lead", {{}, {}, points(288), points(216)}, picture));
  return page;
}

std::vector<Diagnostic> found(const document::Picture& picture) {
  Report report;
  check_resolution(std::vector{page_with(picture)}, report);
  return report.diagnostics();
}

TEST(Resolution, under_100_is_an_error_under_150_a_warning) {
  EXPECT_EQ(found(photo(396, 297)).at(0).code, Code::picture_too_coarse);
  EXPECT_EQ(found(photo(400, 300)).at(0).code, Code::picture_coarse);
  EXPECT_EQ(found(photo(596, 447)).at(0).code, Code::picture_coarse);
  EXPECT_TRUE(found(photo(600, 450)).empty());
}

TEST(Resolution, is_told_in_the_editors_words) {
  const Diagnostic trouble = found(photo(300, 225)).at(0);
  EXPECT_EQ(trouble.story, "lead");
  EXPECT_EQ(trouble.place, "一版 头条");
  EXPECT_EQ(message_of(trouble, Language::english),
            "the picture photo.jpg is too coarse: 300 × 225 pixels are shown at 75 ppi, 400 × 300 are the least that print");
  EXPECT_EQ(hint_of(trouble, Language::english), "bring a larger file, or let it stand at most 76 mm wide");
}

TEST(Resolution, counts_what_is_seen_and_not_what_is_cropped_away) {
  const auto trouble = found(photo(4000, 300));
  ASSERT_EQ(trouble.size(), 1U);
  EXPECT_EQ(trouble[0].arguments.at(1), "400");
  EXPECT_EQ(trouble[0].arguments.at(2), "300");
}

TEST(Resolution, of_stand_ins_and_unknown_pictures_says_nothing) {
  document::Picture stand_in = photo(30, 20);
  stand_in.stand_in = true;
  EXPECT_TRUE(found(stand_in).empty());
  EXPECT_TRUE(found(photo(0, 0)).empty());
}

TEST(Resolution, of_boxes_and_furniture_is_looked_at_too) {
  ComposedPage page = page_with(photo(4000, 3000));
  page.stories[0].boxes.push_back(page_with(photo(40, 30)).stories[0]);
  page.pictures.push_back(page_with(photo(40, 30)).stories[0].pictures[0]);
  Report report;
  check_resolution(std::vector{page}, report);
  EXPECT_EQ(report.diagnostics().size(), 2U);
}

}  // namespace
}  // namespace paiban::page
