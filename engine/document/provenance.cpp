#include "document/provenance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace paiban::document {
namespace {

struct KindWords {
  std::string_view name;
  std::string_view one, many;  // in English, after a number
  std::string_view chinese;    // before the number
};
// In the order of the enumerators.
constexpr auto words = std::to_array<KindWords>({{"gap", "gap", "gaps", "缺"},
                                                 {"supplied", "place supplied", "places supplied", "据他本补"},
                                                 {"conjectured", "place conjectured", "places conjectured", "推测"},
                                                 {"sic", "oddity kept", "oddities kept", "原文如此"},
                                                 {"normalised", "place normalised", "places normalised", "规范"},
                                                 {"stand-in", "picture standing in", "pictures standing in", "替代图"}});
static_assert(words.size() == place_kinds);

std::array<std::size_t, place_kinds> counts_of(const Provenance& provenance) {
  std::array<std::size_t, place_kinds> counts{};
  for (const RecordedPlace& place : provenance.places) ++counts[static_cast<std::size_t>(place.kind)];
  return counts;
}

// "3 gaps, 1 place supplied"
std::string counted(const Provenance& provenance, bool chinese) {
  std::string list;
  const auto counts = counts_of(provenance);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    if (!list.empty()) list += chinese ? "、" : ", ";
    list += chinese ? fmt::format("{}{}处", words[i].chinese, counts[i])
                    : fmt::format("{} {}", counts[i], counts[i] == 1 ? words[i].one : words[i].many);
  }
  return list;
}

std::string opening(const Provenance& provenance, bool chinese) {
  const std::string& source = provenance.transcribed_from;
  if (!is_transcription(provenance)) return chinese ? "据原稿排印" : "Set from the paper's own copy";
  if (source.empty()) return chinese ? "据录入文本重排" : "Set again from a transcription";
  return chinese ? fmt::format("据录入文本重排（录自{}）", source) : fmt::format("Set again from a transcription ({})", source);
}

}  // namespace

std::string_view name_of(PlaceKind kind) { return words[static_cast<std::size_t>(kind)].name; }

bool is_transcription(const Provenance& provenance) {
  const auto of_print = [](const RecordedPlace& place) {
    return place.kind == PlaceKind::gap || place.kind == PlaceKind::supplied || place.kind == PlaceKind::conjectured;
  };
  return !provenance.transcribed_from.empty() || provenance.printed_line_ends > 0 ||
         std::ranges::any_of(provenance.places, of_print);
}

std::string statement_of(const Provenance& provenance, Language language) {
  const bool chinese = language == Language::chinese;
  const std::string list = counted(provenance, chinese);
  if (list.empty() && !is_transcription(provenance)) return {};
  if (list.empty()) return opening(provenance, chinese) + (chinese ? "。" : ".");
  return opening(provenance, chinese) + (chinese ? "：" + list + "。" : ": " + list + ".");
}

}  // namespace paiban::document
