#include "preflight/xmp.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "document/xml_reference.hpp"

namespace paiban::preflight {
namespace {

/// The prefix that `packet` binds to `uri`.
std::optional<std::string> prefix_of(std::string_view packet, std::string_view uri) {
  for (const char quote : {'"', '\''}) {
    const auto bound = packet.find(std::string(1, quote) + std::string(uri) + quote);
    if (bound == std::string_view::npos) continue;
    constexpr std::string_view word = "xmlns:";
    const auto start = packet.rfind(word, bound);
    const auto equals = packet.find_first_of("= \t\r\n", start == std::string_view::npos ? bound : start);
    if (start == std::string_view::npos || equals >= bound) continue;
    return std::string(packet.substr(start + word.size(), equals - start - word.size()));
  }
  return std::nullopt;
}

/// Text without its tags and the blanks around it.
std::string plain(std::string_view markup) {
  std::string text;
  bool inside = false;
  for (const char byte : markup) {
    if (byte == '<') inside = true;
    if (!inside) text += byte;
    if (byte == '>') inside = false;
  }
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return {};
  return document::resolve_references(std::string_view(text).substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::optional<std::string> element_value(std::string_view packet, const std::string& name) {
  for (auto at = packet.find("<" + name); at != std::string_view::npos; at = packet.find("<" + name, at + 1)) {
    const char after = at + name.size() + 1 < packet.size() ? packet[at + name.size() + 1] : ' ';
    if (std::string_view(" >\t\r\n").find(after) == std::string_view::npos) continue;
    const auto open = packet.find('>', at), close = packet.find("</" + name, at);
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
    std::string_view inner = packet.substr(open + 1, close - open - 1);
    // Of an array of items the first.
    if (const auto item = inner.find("</rdf:li"); item != std::string_view::npos) inner = inner.substr(0, item);
    return plain(inner);
  }
  return std::nullopt;
}

std::optional<std::string> attribute_value(std::string_view packet, const std::string& name) {
  for (const char quote : {'"', '\''}) {
    const auto at = packet.find(name + "=" + quote);
    if (at == std::string_view::npos) continue;
    const auto start = at + name.size() + 2, end = packet.find(quote, start);
    if (end != std::string_view::npos) return document::resolve_references(packet.substr(start, end - start));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> xmp_value(std::string_view packet, std::string_view uri, std::string_view name) {
  const auto prefix = prefix_of(packet, uri);
  if (!prefix) return std::nullopt;
  const std::string qualified = *prefix + ":" + std::string(name);
  auto value = element_value(packet, qualified);
  return value ? value : attribute_value(packet, qualified);
}

std::optional<std::string> date_of(std::string_view text) {
  if (text.starts_with("D:")) text.remove_prefix(2);
  const auto zone_at = text.find_first_of("Z+", 0);
  auto zone_start = zone_at == std::string_view::npos ? text.size() : zone_at;
  // A "-" before the zone stands between the parts of XMP's date; in the time it begins the zone.
  const auto time = text.find('T');
  if (const auto minus = text.rfind('-');
      minus != std::string_view::npos && (time == std::string_view::npos ? minus >= 14 : minus > time))
    zone_start = std::min(zone_start, minus);
  const auto digits_of = [](std::string_view part) {
    std::string digits;
    std::ranges::copy_if(part, std::back_inserter(digits), [](char byte) { return byte >= '0' && byte <= '9'; });
    return digits;
  };
  std::string digits = digits_of(text.substr(0, zone_start));
  constexpr std::string_view least = "00000101000000";
  if (digits.size() < 4 || digits.size() > least.size()) digits.resize(std::min(digits.size(), least.size()));
  if (digits.size() < 4) return std::nullopt;
  digits += least.substr(digits.size());
  std::string zone = digits_of(text.substr(zone_start));
  zone.resize(std::min<std::size_t>(zone.size(), 4));
  const bool utc = std::ranges::all_of(zone, [](char digit) { return digit == '0'; });
  return digits + (utc ? "Z" : text[zone_start] + zone);
}

}  // namespace paiban::preflight
