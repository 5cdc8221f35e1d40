#include "proof/slug.hpp"

#include <fmt/format.h>

#include "page/place_words.hpp"

namespace paiban::proof {
namespace {

// Two states of an issue that begin alike in 40 bits: nobody sets so many.
constexpr std::size_t digits_shown = 10;

}  // namespace

std::string slug_of(const document::Issue& issue, int page, const SlugFacts& facts) {
  std::string slug = fmt::format("{} {:04}-{:02}-{:02}", issue.paper, issue.date.year, issue.date.month, issue.date.day);
  const auto add = [&slug](std::string_view words) {
    if (!words.empty()) slug += "\u3000" + std::string(words);
  };
  if (issue.number > 0) add(fmt::format("第{}期", issue.number));
  if (page > 0) add(page::page_words(page));
  add(facts.revision);
  add(facts.source_sum.substr(0, digits_shown));
  add(facts.time);
  return slug;
}

}  // namespace paiban::proof
