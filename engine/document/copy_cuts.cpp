#include "document/copy_cuts.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "document/text_edit.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {
namespace {

constexpr std::u32string_view points = U"，。、；：！？．", ends = U"。！？…”』）》";
constexpr std::u32string_view openers = U"“‘（《〈「『【", closers = U"”’）》〉」』】";
// So many characters beside a cut tell an editor where it was.
constexpr std::size_t characters_around = 6;

bool is_among(char32_t character, std::u32string_view set) { return set.find(character) != std::u32string_view::npos; }

/// Stretches to go, rising, none touching another.
std::vector<Edit> edits_of(const std::vector<PlannedCut>& cuts) {
  std::vector<Edit> edits;
  for (const PlannedCut& cut : cuts) edits.push_back({cut.start, cut.end, ""});
  std::ranges::sort(edits, {}, &Edit::start);
  std::vector<Edit> merged;
  for (Edit& edit : edits) {
    if (!merged.empty() && edit.start <= merged.back().end)
      merged.back().end = std::max(merged.back().end, edit.end);
    else
      merged.push_back(std::move(edit));
  }
  return merged;
}

std::u32string code_points(std::string_view text) {
  std::u32string points_of;
  for (std::uint32_t at = 0; at < text.size();) {
    const Decoded next = decode_at(text, at);
    points_of += next.code_point;
    at = next.next;
  }
  return points_of;
}

/// Whether marks of `gone` have their partners outside it.
bool parts_a_pair(const std::u32string& gone) {
  std::vector<std::size_t> open;
  for (const char32_t each : gone) {
    if (const std::size_t opener = openers.find(each); opener != std::u32string_view::npos) open.push_back(opener);
    const std::size_t closer = closers.find(each);
    if (closer == std::u32string_view::npos) continue;
    if (open.empty() || open.back() != closer) return true;
    open.pop_back();
  }
  return !open.empty();
}

bool leaves_wrong_marks(const std::u32string& before, const std::u32string& gone, const std::u32string& after) {
  if (before.empty() && after.empty()) return false;
  if (parts_a_pair(gone)) return true;
  if (after.empty()) return is_among(gone.back(), ends) && !is_among(before.back(), ends);
  const bool point_after = is_among(after.front(), points);
  return point_after && (before.empty() || is_among(before.back(), points) || is_among(before.back(), openers));
}

std::string utf8_of(std::u32string_view text) {
  std::string words;
  for (const char32_t each : text) append_utf8(words, each);
  return words;
}
std::string first_of(std::u32string_view text) { return utf8_of(text.substr(0, characters_around)); }
std::string last_of(std::u32string_view text) {
  return utf8_of(text.substr(text.size() - std::min(text.size(), characters_around)));
}

class CutPlanner {
 public:
  CutPlanner(Plan& plan, Report& report) : plan_(plan), report_(report) {}

  void run(PlannedModule& module) {
    find_cuts(module);
    list_sets(module);
    for (const CutSet& set : module.may_go.sets)
      for (std::size_t i = 0; i < module.flow.size(); ++i) add_text(i, set.cuts, module);
    for (PlannedModule& box : module.boxes) run(box);
  }

 private:
  /// By rank, the first of them: the others stay.
  void find_cuts(PlannedModule& module) {
    std::vector<PlannedCut> all;
    for (std::size_t i = 0; i < module.flow.size(); ++i)
      for (const Span& span : plan_.texts[module.flow[i]].text.spans)
        if (span.kind == SpanKind::cut && span.start < span.end)
          all.push_back({parse_whole(span.value).value_or(1), i, span.start, span.end, span.at});
    std::ranges::stable_sort(all, {}, &PlannedCut::rank);
    std::vector<PlannedCut>& kept = module.may_go.cuts;
    for (const PlannedCut& cut : all) {
      const auto in_paragraph = std::ranges::count(kept, cut.paragraph, &PlannedCut::paragraph);
      if (kept.size() < most_cuts && static_cast<std::size_t>(in_paragraph) < most_cuts_in_paragraph)
        kept.push_back(cut);
      else
        report_.add(Code::cuts_too_many, cut.at, {std::to_string(most_cuts), std::to_string(most_cuts_in_paragraph)},
                    module.story);
    }
  }

  void list_sets(PlannedModule& module) const {
    const std::vector<PlannedCut>& cuts = module.may_go.cuts;
    std::vector<CutSet>& sets = module.may_go.sets;
    for (std::size_t first = 0, last = 0; first < cuts.size(); first = last) {
      const int rank = cuts[first].rank;
      while (last < cuts.size() && cuts[last].rank == rank) ++last;
      const std::uint32_t ranks_before = (1U << first) - 1;
      for (std::uint32_t some = 1; some < 1U << (last - first); ++some) sets.push_back({ranks_before | some << first, rank, 0});
    }
    for (CutSet& set : sets) set.characters = characters_of(set.cuts, module);
    std::ranges::stable_sort(sets, {}, [](const CutSet& set) { return std::pair(set.rank, set.characters); });
  }

  /// Of all the stretches together: one that stands in another is not counted twice.
  [[nodiscard]] int characters_of(std::uint32_t cuts, const PlannedModule& module) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < module.flow.size(); ++i) {
      const std::string_view text = plan_.texts[module.flow[i]].text.utf8;
      for (const Edit& edit : edits_of(cuts_in(module.may_go, cuts, i)))
        count += count_code_points(text.substr(edit.start, edit.end - edit.start));
    }
    return static_cast<int>(count);
  }

  /// Paragraph `index` without what of `cuts` is its own, once.
  void add_text(std::size_t index, std::uint32_t cuts, PlannedModule& module) {
    const std::uint32_t own = cuts & cuts_of_paragraph(module.may_go, index);
    const auto is_it = [&](const ShorterText& each) { return each.paragraph == index && each.cuts == own; };
    if (own == 0 || std::ranges::any_of(module.may_go.shorter, is_it)) return;
    PlannedText shorter = plan_.texts[module.flow[index]];
    shorter.text = without(shorter.text, cuts_in(module.may_go, own, index));
    shorter.variant = true;
    if (shorter.text.empty()) {
      module.may_go.shorter.push_back({index, own, std::nullopt});
      return;
    }
    module.may_go.shorter.push_back({index, own, static_cast<TextId>(plan_.texts.size())});
    plan_.texts.push_back(std::move(shorter));
  }

  Plan& plan_;
  Report& report_;
};

}  // namespace

std::uint32_t cuts_of_paragraph(const PlannedCuts& may_go, std::size_t paragraph) {
  std::uint32_t cuts = 0;
  for (std::size_t n = 0; n < may_go.cuts.size(); ++n)
    if (may_go.cuts[n].paragraph == paragraph) cuts |= 1U << n;
  return cuts;
}

std::vector<PlannedCut> cuts_in(const PlannedCuts& may_go, std::uint32_t cuts, std::size_t paragraph) {
  std::vector<PlannedCut> chosen;
  for (std::size_t n = 0; n < may_go.cuts.size(); ++n)
    if ((cuts >> n & 1U) != 0 && may_go.cuts[n].paragraph == paragraph) chosen.push_back(may_go.cuts[n]);
  return chosen;
}

void plan_cuts(Plan& plan, Report& report) {
  CutPlanner planner(plan, report);
  for (PlannedPage& page : plan.pages)
    for (PlannedModule& module : page.modules) planner.run(module);
}

Text without(const Text& text, const std::vector<PlannedCut>& cuts) { return apply_edits(text, edits_of(cuts)); }

std::vector<MarkLeft> marks_left(const Text& text, const std::vector<PlannedCut>& cuts) {
  std::vector<MarkLeft> left;
  const std::vector<Edit> edits = edits_of(cuts);
  const std::string_view utf8 = text.utf8;
  std::u32string before;  // of what stays
  std::uint32_t done = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const std::uint32_t next = i + 1 < edits.size() ? edits[i + 1].start : static_cast<std::uint32_t>(utf8.size());
    before += code_points(utf8.substr(done, edits[i].start - done));
    const std::u32string gone = code_points(utf8.substr(edits[i].start, edits[i].end - edits[i].start));
    const std::u32string after = code_points(utf8.substr(edits[i].end, next - edits[i].end));
    if (leaves_wrong_marks(before, gone, after))
      left.push_back({last_of(before) + "｜" + first_of(after), place_of(text, edits[i].start)});
    done = edits[i].end;
  }
  return left;
}

}  // namespace paiban::document
