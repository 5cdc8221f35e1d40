#include "document/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/message_table.hpp"
#include "document/correction_rules.hpp"

namespace paiban::document {
namespace {

struct Rule {
  Correction which;
  std::string_view name;
  Code code;
  std::vector<Edit> (*find)(const Characters&);
};

constexpr auto rules = std::to_array<Rule>({
    {Correction::invisible, "invisible", Code::copy_invisible, find_invisible},
    {Correction::ideographs, "ideographs", Code::copy_ideographs, find_ideographs},
    {Correction::widths, "widths", Code::copy_widths, find_widths},
    {Correction::lines, "lines", Code::copy_lines, find_lines},
    {Correction::indents, "indents", Code::copy_indents, find_indents},
    {Correction::ellipses, "ellipses", Code::copy_ellipses, find_ellipses},
    {Correction::dashes, "dashes", Code::copy_dashes, find_dashes},
    {Correction::interpuncts, "interpuncts", Code::copy_interpuncts, find_interpuncts},
    {Correction::quotes, "quotes", Code::copy_quotes, find_quotes},
    {Correction::marks, "marks", Code::copy_marks, find_marks},
    {Correction::spaces, "spaces", Code::copy_spaces, find_spaces},
});
static_assert(rules.size() == corrections);

void report_count(Code code, std::size_t count, SourcePlace at, Report& report, std::string_view story) {
  report.add(code, at, {fmt::to_string(count)}, std::string(story));
}

// A line feed beside a printed line end is how such a page is typed, one printed line a line: it is no news.
void forget_printed_lines(const Text& text, std::vector<Edit>& edits) {
  std::erase_if(edits, [&](const Edit& edit) {
    const auto at = std::ranges::lower_bound(text.line_ends, edit.start);
    return at != text.line_ends.end() && *at <= edit.end;
  });
}

void report_use(const Rule& rule, const Text& text, std::vector<Edit> edits, Report& report, std::string_view story,
                std::vector<Normalised>* done) {
  if (rule.which == Correction::lines) forget_printed_lines(text, edits);
  if (!edits.empty()) report_count(rule.code, edits.size(), place_of(text, edits.front().start), report, story);
  if (done == nullptr) return;
  for (Edit& edit : edits) {
    done->push_back({rule.which, place_of(text, edit.start), text.utf8.substr(edit.start, edit.end - edit.start),
                     std::move(edit.replacement)});
  }
}

void report_doubts(const Text& text, Corrections which, Report& report, std::string_view story) {
  const Characters characters(text.utf8);
  const auto tell = [&](Code code, const std::vector<std::size_t>& found) {
    if (!found.empty()) report_count(code, found.size(), place_of(text, characters.offsets[found.front()]), report, story);
  };
  if (which.has(Correction::quotes)) tell(Code::copy_odd_quotes, straight_quotes(characters));
  if (which.has(Correction::marks)) tell(Code::copy_comma_in_number, commas_between_digits(characters));
}

// What is left of line feeds where their correction is switched off: inside a paragraph they mean nothing.
Text without_feeds(const Text& text) {
  std::vector<Edit> edits;
  for (std::size_t i = text.utf8.find_first_of("\r\n"); i != std::string::npos; i = text.utf8.find_first_of("\r\n", i + 1))
    edits.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1), " "});
  return apply_edits(text, edits);
}

const Rule* rule_named(std::string_view name) {
  const auto found = std::ranges::find(rules, name, &Rule::name);
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Corrections> parse_corrections(std::string_view words) {
  constexpr std::string_view blanks = " \t\r\n";
  Corrections which;
  while (true) {
    words.remove_prefix(std::min(words.find_first_not_of(blanks), words.size()));
    if (words.empty()) return which;
    const std::string_view word = words.substr(0, words.find_first_of(blanks));
    words.remove_prefix(word.size());
    const Rule* const rule = word.starts_with('-') ? rule_named(word.substr(1)) : nullptr;
    if (rule == nullptr && word != "none") return std::nullopt;
    for (const Rule& each : rules)
      if (rule == nullptr || rule == &each) which.leave_out(each.which);
  }
}

std::string_view name_of(Correction which) { return rules[static_cast<std::size_t>(which)].name; }

Text normalise(Text text, Corrections which, Report& report, std::string_view story, std::vector<Normalised>* done) {
  for (const Rule& rule : rules) {
    if (!which.has(rule.which)) {
      if (rule.which == Correction::lines) text = without_feeds(text);
      continue;
    }
    const std::vector<Edit> edits = rule.find(Characters(text.utf8));
    if (edits.empty()) continue;
    report_use(rule, text, edits, report, story, done);
    text = apply_edits(text, edits);
  }
  report_doubts(text, which, report, story);
  return text;
}

}  // namespace paiban::document
