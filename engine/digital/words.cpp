#include "digital/words.hpp"

#include <fmt/format.h>
#include <array>

#include "document/names.hpp"

namespace paiban::digital {
namespace {

struct KindWords {
  document::StoryKind kind;
  std::string_view chinese, english;
};
using document::StoryKind;
constexpr auto kind_words = std::to_array<KindWords>({{StoryKind::news, "", ""},
                                                      {StoryKind::lead, "头条", "Lead story"},
                                                      {StoryKind::commentary, "评论", "Comment"},
                                                      {StoryKind::box, "", ""},
                                                      {StoryKind::picture, "图片", "Picture"},
                                                      {StoryKind::picture_news, "图片新闻", "Picture story"},
                                                      {StoryKind::ear, "报眼", "Ear"},
                                                      {StoryKind::guide, "导读", "Inside"},
                                                      {StoryKind::related, "链接", "Related"},
                                                      {StoryKind::name_list, "名单", "Names"},
                                                      {StoryKind::correction, "更正", "Correction"},
                                                      {StoryKind::filler, "补白", "Filler"},
                                                      {StoryKind::advertisement, "广告", "Advertisement"},
                                                      {StoryKind::weather, "天气", "Weather"},
                                                      {StoryKind::code, "二维码", "QR code"}});

}  // namespace

std::string Words::page(int number) const {
  return language_ == Language::chinese ? fmt::format("第{}版", number) : fmt::format("Page {}", number);
}

std::string Words::page(int number, const std::string& title) const {
  return title.empty() ? page(number) : page(number) + " " + title;
}

std::string Words::date(const document::Date& date) const {
  return language_ == Language::chinese ? fmt::format("{}年{}月{}日", date.year, date.month, date.day)
                                        : fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string_view Words::kind(StoryKind kind) const {
  const KindWords& row = kind_words[static_cast<std::size_t>(kind)];
  return say(row.chinese, row.english);
}

}  // namespace paiban::digital
