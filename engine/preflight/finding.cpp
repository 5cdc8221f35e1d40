#include "preflight/finding.hpp"

#include <fmt/format.h>

#include <utility>

namespace paiban::preflight {
namespace {

/// The words of a place, in order; what is unknown is left out.
std::string spot_words(const Place& place, int times, bool chinese) {
  std::string words;
  const auto add = [&words](const std::string& more) { words += (words.empty() ? "" : ", ") + more; };
  if (place.page != 0) add(fmt::format(fmt::runtime(chinese ? "第 {} 页" : "page {}"), place.page));
  if (place.at) add(fmt::format(fmt::runtime(chinese ? "{} × {} pt 处" : "at {} × {} pt"), place.x, place.y));
  if (!place.font.empty()) add((chinese ? "字体 " : "font ") + place.font);
  if (place.object != 0) add(fmt::format(fmt::runtime(chinese ? "对象 {}" : "object {}"), place.object));
  if (times > 1) add(fmt::format(fmt::runtime(chinese ? "另有 {} 处" : "and {} more"), times - 1));
  return words;
}

}  // namespace

std::string place_words(const Finding& finding, finish::Flavour flavour, Language language) {
  const std::string spot = spot_words(finding.place, finding.times, language == Language::chinese);
  return fmt::format("{}{}{}, {}", spot, spot.empty() ? "" : "; ", row_of(finding.check).name, clause_of(finding.check, flavour));
}

Diagnostic to_diagnostic(const Finding& finding, finish::Flavour flavour, SourcePlace at, Language language) {
  return {row_of(finding.check).code, at, finding.arguments, {}, place_words(finding, flavour, language)};
}

}  // namespace paiban::preflight
