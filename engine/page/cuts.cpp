#include "page/cuts.hpp"

#include <string_view>

#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "document/copy_cuts.hpp"
#include "page/lever_prices.hpp"
#include "page/place_words.hpp"

namespace paiban::page {
namespace {

using document::CutSet;
using document::PlannedCut;
using document::PlannedCuts;
using document::PlannedModule;
using document::ShorterText;

std::string_view words_in(const Material& material, const PlannedModule& module, const PlannedCut& cut) {
  const std::string_view text = material.plan.texts[module.flow[cut.paragraph]].text.utf8;
  return text.substr(cut.start, cut.end - cut.start);
}

/// The paragraphs that `set` leaves shorter.
std::vector<const ShorterText*> shorter_texts(const PlannedCuts& may_go, const CutSet& set) {
  std::vector<const ShorterText*> texts;
  for (const ShorterText& each : may_go.shorter)
    if (each.cuts == (set.cuts & document::cuts_of_paragraph(may_go, each.paragraph))) texts.push_back(&each);
  return texts;
}

/// A cut that stands in another one of the set is told with it.
bool stands_in_another(const PlannedCuts& may_go, std::uint32_t cuts, std::size_t index) {
  const PlannedCut& inner = may_go.cuts[index];
  for (std::size_t n = 0; n < may_go.cuts.size(); ++n) {
    const PlannedCut& outer = may_go.cuts[n];
    const bool around = outer.paragraph == inner.paragraph && outer.start <= inner.start && outer.end >= inner.end;
    const bool smaller = outer.end - outer.start > inner.end - inner.start || n < index;
    if (n != index && (cuts >> n & 1U) != 0 && around && smaller) return true;
  }
  return false;
}

Lever lever_of(const Material& material, const PlannedModule& module, const PlannedCut& cut) {
  const std::string_view words = words_in(material, module, cut);
  return {Lever::Kind::cut, cut.rank, static_cast<int>(count_code_points(words)), static_cast<int>(cut.paragraph) + 1, 0,
          both_ends(words), cut.at};
}

}  // namespace

void offer_cuts(const Material& material, const PlannedModule& module, CopyRequest& request) {
  for (const CutSet& set : module.may_go.sets) {
    ShorterCopy shorter;
    shorter.price = cut_prices::any + cut_prices::rank * set.rank + cut_prices::character * set.characters;
    for (const ShorterText* each : shorter_texts(module.may_go, set))
      shorter.instead.push_back({each->paragraph, each->text ? &material.texts[*each->text] : nullptr});
    request.shorter.push_back(std::move(shorter));
  }
}

std::vector<document::TextId> flow_as_set(const PlannedModule& module, const CopyResult& copy) {
  std::vector<document::TextId> flow = module.flow;
  if (!copy.shorter) return flow;
  for (const ShorterText* each : shorter_texts(module.may_go, module.may_go.sets[*copy.shorter]))
    if (each->text) flow[each->paragraph] = *each->text;
  return flow;
}

std::vector<Lever> tell_cuts(const Material& material, const PlannedModule& module, const CopyResult& copy,
                             const std::string& place) {
  std::vector<Lever> levers;
  if (!copy.shorter) return levers;
  const std::uint32_t cuts = module.may_go.sets[*copy.shorter].cuts;
  for (std::size_t n = 0; n < module.may_go.cuts.size(); ++n) {
    if ((cuts >> n & 1U) == 0 || stands_in_another(module.may_go, cuts, n)) continue;
    const Lever& lever = levers.emplace_back(lever_of(material, module, module.may_go.cuts[n]));
    material.report.add(Code::cut_taken, lever.at, {std::to_string(lever.rank), std::to_string(lever.characters), lever.words},
                        module.story, place);
  }
  for (std::size_t i = 0; i < module.flow.size(); ++i)
    for (const document::MarkLeft& left :
         document::marks_left(material.plan.texts[module.flow[i]].text, document::cuts_in(module.may_go, cuts, i)))
      material.report.add(Code::cut_leaves_marks, left.at, {left.around}, module.story, place);
  return levers;
}

}  // namespace paiban::page
