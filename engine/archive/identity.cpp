#include "archive/identity.hpp"

#include <fmt/format.h>

#include <initializer_list>
#include <string_view>

#include "document/calendar.hpp"

namespace paiban::archive {
namespace {

std::string part_of(const document::Issue& issue, std::string_view name) {
  const auto found = issue.masthead.find(name);
  return found == issue.masthead.end() || found->second.texts.empty() ? std::string() : found->second.texts.front().utf8;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string digits_at(std::string_view& text) {
  std::string digits;
  for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1)) digits += text.front();
  return digits;
}

void skip(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view word : words)
      for (; text.starts_with(word); again = true) text.remove_prefix(word.size());
  }
}

// "国内统一刊号　CN 65—0010": two digits of the region, four of the paper (GB/T 9999).
std::string serial_in(std::string_view text) {
  const std::size_t at = text.find("CN");
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + 2);
  skip(text, {" ", "\u3000"});
  const std::string region = digits_at(text);
  skip(text, {" ", "-", "–", "—"});
  const std::string paper = digits_at(text);
  return region.size() == 2 && paper.size() == 4 ? fmt::format("CN{}-{}", region, paper) : std::string();
}

std::string serial_of(const document::Issue& issue) {
  for (const auto& [name, part] : issue.masthead)
    for (const document::Text& text : part.texts)
      if (std::string serial = serial_in(text.utf8); !serial.empty()) return serial;
  return {};
}

}  // namespace

Identity identity_of(const document::Issue& issue) {
  Identity identity;
  identity.paper = issue.paper;
  identity.publisher = part_of(issue, "publisher");
  identity.serial = serial_of(issue);
  identity.date = document::iso_date(issue.date);
  identity.number = issue.number;
  if (!identity.serial.empty()) identity.key = identity.serial + "_";
  identity.key += identity.date;
  identity.title = issue.paper.empty() ? identity.date : issue.paper + " " + identity.date;
  if (issue.number > 0) {
    identity.key += fmt::format("_{}", issue.number);
    identity.title += fmt::format(" 总第{}期", issue.number);
  }
  identity.urn = "urn:paiban:" + identity.key;
  return identity;
}

}  // namespace paiban::archive
