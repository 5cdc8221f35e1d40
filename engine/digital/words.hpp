#pragma once
// The words that a digital edition adds to those of the paper, in both languages.

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "document/issue.hpp"

namespace paiban::digital {

/// What is written around the paper's own words, in the language asked for.
class Words {
 public:
  explicit Words(Language language) : language_(language) {}

  [[nodiscard]] std::string_view say(std::string_view chinese, std::string_view english) const {
    return language_ == Language::chinese ? chinese : english;
  }
  /// BCP 47, for the elements that hold such words.
  [[nodiscard]] std::string_view tag() const { return say("zh-Hans", "en"); }
  [[nodiscard]] std::string page(int number) const;                            ///< 第3版
  [[nodiscard]] std::string page(int number, const std::string& title) const;  ///< 第3版 要闻
  [[nodiscard]] std::string date(const document::Date& date) const;            ///< 2025年2月5日
  [[nodiscard]] std::string_view kind(document::StoryKind kind) const;         ///< 图片, 广告 …; empty for plain stories

 private:
  Language language_;
};

}  // namespace paiban::digital
