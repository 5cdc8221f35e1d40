#include "page/place_words.hpp"

#include "base/utf8.hpp"
#include "document/han_number.hpp"
#include "document/promise.hpp"

namespace paiban::page {
namespace {

using document::StoryKind;

// So many characters of a headline tell an editor which story is meant.
constexpr std::size_t headline_characters = 8;
// So many at each end of a stretch of text tell which it is.
constexpr std::size_t end_characters = 6;

std::string_view kind_words(StoryKind kind) {
  switch (kind) {
    case StoryKind::news:
      return "";
    case StoryKind::lead:
      return "头条";
    case StoryKind::commentary:
      return "评论";
    case StoryKind::box:
      return "围框";
    case StoryKind::picture:
      return "图片";
    case StoryKind::picture_news:
      return "图片新闻";
    case StoryKind::ear:
      return "报眼";
    case StoryKind::guide:
      return "导读";
    case StoryKind::related:
      return "链接";
    case StoryKind::name_list:
      return "名单";
    case StoryKind::correction:
      return "更正";
    case StoryKind::filler:
      return "补白";
    case StoryKind::advertisement:
      return "广告";
    case StoryKind::weather:
      return "天气";
    case StoryKind::code:
      return "二维码";
  }
  return "";
}

/// Where the `count`-th character of `text` ends, or the text.
std::uint32_t end_of(std::string_view text, std::size_t count) {
  std::uint32_t end = 0;
  for (std::size_t n = 0; n < count && end < text.size(); ++n) end = decode_at(text, end).next;
  return end;
}

}  // namespace

std::string page_words(int number) { return document::han_number(number) + "版"; }

std::string story_words(const document::Plan& plan, const document::PlannedModule& module) {
  if (const std::string_view words = kind_words(module.kind); !words.empty()) return std::string(words);
  for (const document::PlannedSlot& slot : module.slots) {
    if (slot.slot.role != document::Role::headline || slot.rows.empty() || plan.texts[slot.rows.front()].promised) continue;
    const std::string& headline = plan.texts[slot.rows.front()].text.utf8;
    const std::uint32_t end = end_of(headline, headline_characters);
    return "《" + headline.substr(0, end) + (end < headline.size() ? "…》" : "》");
  }
  return module.story;
}

std::string head_words(const document::PlannedText& head) {
  const std::string& words = head.text.utf8;
  return head.promised ? document::promise_label(static_cast<int>(document::count_characters(words))) : words;
}

std::string both_ends(std::string_view text) {
  const std::size_t count = count_code_points(text);
  if (count <= 2 * end_characters + 1) return std::string(text);  // the ellipsis would save nothing
  return std::string(text.substr(0, end_of(text, end_characters))) + "…" +
         std::string(text.substr(end_of(text, count - end_characters)));
}

}  // namespace paiban::page
