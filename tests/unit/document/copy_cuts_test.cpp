// What is left of a text when something is cut from it: the marks beside the cut.

#include "document/copy_cuts.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace paiban::document {
namespace {

/// A text with its cuts in [ ].
struct MarkedText {
  Text text;
  std::vector<PlannedCut> cuts;

  explicit MarkedText(std::string_view marked) {
    for (const char each : marked) {
      const auto here = static_cast<std::uint32_t>(text.utf8.size());
      if (each == '[')
        cuts.push_back({1, 0, here, here, {}});
      else if (each == ']')
        cuts.back().end = here;
      else
        text.utf8 += each;
    }
    text.anchors.push_back({0, {1, 1, 1}});
  }

  [[nodiscard]] std::string left() const { return without(text, cuts).utf8; }
  /// The words around each place where marks stand wrong.
  [[nodiscard]] std::vector<std::string> wrong() const {
    std::vector<std::string> words;
    for (const MarkLeft& each : marks_left(text, cuts)) words.push_back(each.around);
    return words;
  }
};

using Words = std::vector<std::string>;

TEST(MarksLeft, AreRightWhereTheEditorDrewTheCutsSo) {
  EXPECT_EQ(MarkedText("慰问组参观了长廊，[听取了介绍，]看望了职工。").wrong(), Words{});
  EXPECT_EQ(MarkedText("慰问组参观了长廊[，听取了介绍]。").wrong(), Words{});
  EXPECT_EQ(MarkedText("他说：“好。”[她说：“对。”]").wrong(), Words{});
  EXPECT_EQ(MarkedText("[整段都可以不要。]").wrong(), Words{});
}

TEST(MarksLeft, AreToldAndNeverMended) {
  const MarkedText meeting("慰问组参观了长廊，[听取了介绍]。");
  EXPECT_EQ(meeting.left(), "慰问组参观了长廊，。");
  EXPECT_EQ(meeting.wrong(), Words{"参观了长廊，｜。"});
  EXPECT_EQ(MarkedText("[慰问组]，参观了长廊。").wrong(), Words{"｜，参观了长廊"});
  EXPECT_EQ(MarkedText("参观了长廊，[看望了职工。]").wrong(), Words{"参观了长廊，｜"});
  EXPECT_EQ(MarkedText("开展“春暖[农民工”走访]活动。").wrong(), Words{"开展“春暖｜活动。"});
  EXPECT_EQ(MarkedText("甲，[乙]，[丙]，丁。").wrong(), (Words{"甲，｜，", "甲，，｜，丁。"}));
}

}  // namespace
}  // namespace paiban::document
