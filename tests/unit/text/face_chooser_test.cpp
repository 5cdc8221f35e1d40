#include "text/face_chooser.hpp"

#include <gtest/gtest.h>

#include "base/message_table.hpp"

namespace paiban::text {
namespace {

class FaceChooserTest : public testing::Test {
 protected:
  Report report_;
  Result<font::FontCatalogue> fonts_ = font::FontCatalogue::load(PAIBAN_SOURCE_DIR "/fonts", report_);
};

TEST_F(FaceChooserTest, TakesTheFirstFaceThatHasTheCharacter) {
  ASSERT_TRUE(fonts_);
  FaceChooser chooser(*fonts_);
  const auto common = chooser.choose("楷体", U'昌');
  ASSERT_TRUE(common);
  EXPECT_NE(common->glyph, 0U);
  EXPECT_FALSE(common->fallback);
  // 㑇 of the general table of 2013 is in none of Fandol's faces.
  const auto rare = chooser.choose("楷体", U'㑇');
  ASSERT_TRUE(rare);
  EXPECT_NE(rare->glyph, 0U);
  EXPECT_TRUE(rare->fallback);
  EXPECT_NE(rare->id, common->id);
}

TEST_F(FaceChooserTest, KeepsTheFirstFaceForACharacterThatNoneHas) {
  ASSERT_TRUE(fonts_);
  const auto chosen = FaceChooser(*fonts_).choose("报宋", U'\U0003FFFD');
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->glyph, 0U);
  EXPECT_FALSE(chosen->fallback);
}

TEST_F(FaceChooserTest, RefusesARoleThatTheCatalogueDoesNotKnow) {
  ASSERT_TRUE(fonts_);
  const auto chosen = FaceChooser(*fonts_).choose("魏碑", U'昌');
  ASSERT_FALSE(chosen);
  EXPECT_EQ(chosen.error().code, Code::unknown_face_role);
}

}  // namespace
}  // namespace paiban::text
