#include "text/head_rows.hpp"

#include <string>
#include <vector>

#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "document/term_check.hpp"
#include "document/term_marks.hpp"
#include "text/seams.hpp"

namespace paiban::text {
namespace {

using document::PlannedModule;
using document::PlannedSlot;
using document::Role;
using document::Text;

// So many characters at either side of a row's end tell an editor which one is meant.
constexpr std::size_t shown_characters = 4;

/// The rows of one head as one text, with where each begins.
struct JoinedRows {
  Text text;
  std::vector<std::uint32_t> starts;
};

/// Makes a parted span of the row above whole with `lower`, which begins where it ends.
bool goes_on(Text& upper, const document::Span& lower) {
  for (document::Span& span : upper.spans) {
    if (span.kind != lower.kind || span.value != document::parted_term || span.end != lower.start) continue;
    span.end = lower.end;
    return true;
  }
  return false;
}

JoinedRows joined(const document::Plan& plan, const PlannedSlot& slot) {
  JoinedRows rows;
  for (const document::TextId id : slot.rows) {
    const Text& row = plan.texts[id].text;
    const auto start = static_cast<std::uint32_t>(rows.text.utf8.size());
    rows.starts.push_back(start);
    rows.text.utf8 += row.utf8;
    for (document::Span span : row.spans) {
      span.start += start;
      span.end += start;
      if (span.value == document::parted_term && goes_on(rows.text, span)) continue;
      rows.text.spans.push_back(std::move(span));
    }
  }
  return rows;
}

/// …春暖农民工”|走访慰问…: what stands around `offset`.
std::string around(const std::string& text, std::uint32_t offset) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t at = 0; at < offset; at = decode_at(text, at).next) starts.push_back(at);
  const std::uint32_t from = starts.size() > shown_characters ? starts[starts.size() - shown_characters] : 0;
  std::uint32_t to = offset;
  for (std::size_t n = 0; n < shown_characters && to < text.size(); ++n) to = decode_at(text, to).next;
  return (from > 0 ? "…" : "") + text.substr(from, offset - from) + "|" + text.substr(offset, to - offset) +
         (to < text.size() ? "…" : "");
}

class RowChecker {
 public:
  RowChecker(const document::Plan& plan, Report& report) : plan_(plan), report_(report) {}

  void check(const std::vector<PlannedModule>& modules) {
    for (const PlannedModule& module : modules) {
      for (const PlannedSlot& slot : module.slots)
        if (slot.rows.size() > 1 && document::is_head_role(slot.slot.role)) check(slot, module.story);
      check(module.boxes);
    }
  }

 private:
  void check(const PlannedSlot& slot, const std::string& story) {
    if (!slot.rows.empty() && plan_.texts[slot.rows.front()].promised) return;
    const JoinedRows rows = joined(plan_, slot);
    if (count_code_points(rows.text.utf8) > longest_head) return;
    const Seams seams(rows.text.utf8, rows.text.spans, words_);
    for (std::size_t i = 1; i < rows.starts.size(); ++i) {
      const std::uint32_t at = rows.starts[i];
      if (!document::is_dismissed(rows.text, at - 1, at + 1)) check_end(seams, rows, at, slot.rows[i], story);
    }
    const Role role = slot.slot.role;
    if (role == Role::headline || role == Role::kicker || role == Role::deck) check_lone_words(seams, rows, slot, story);
  }

  void check_end(const Seams& seams, const JoinedRows& rows, std::uint32_t at, document::TextId lower, const std::string& story) {
    const auto say = [&](Code code, std::string_view word) {
      report_.add(code, document::place_of(plan_.texts[lower].text, 0), {around(rows.text.utf8, at), std::string(word)}, story);
    };
    switch (seams.at(at)) {
      case Seam::word:
        return say(Code::row_parts_word, {});
      case Seam::term:
        return say(Code::row_parts_term, {});
      case Seam::number:
        return say(Code::row_parts_number, {});
      case Seam::particle:
        return say(Code::row_begins_with_particle, seams.word_after(at));
      case Seam::conjunction:
        return say(Code::row_ends_with_conjunction, seams.word_before(at));
      case Seam::enclosure:
        return say(Code::row_parts_enclosure, {});
      case Seam::lean:
      case Seam::words:
      case Seam::predicate:
      case Seam::item:
      case Seam::edge:
      case Seam::clause:
        return;
    }
  }

  void check_lone_words(const Seams& seams, const JoinedRows& rows, const PlannedSlot& slot, const std::string& story) {
    for (std::size_t i = 0; i < rows.starts.size(); ++i) {
      const auto size = static_cast<std::uint32_t>(rows.text.utf8.size());
      const std::uint32_t end = i + 1 < rows.starts.size() ? rows.starts[i + 1] : size;
      if (!seams.is_lone_word(rows.starts[i], end) || document::is_dismissed(rows.text, rows.starts[i], end)) continue;
      const Text& row = plan_.texts[slot.rows[i]].text;
      report_.add(Code::row_is_lone_word, document::place_of(row, 0), {row.utf8}, story);
    }
  }

  const document::Plan& plan_;
  Report& report_;
  WordBreaker words_;
};

}  // namespace

void check_head_rows(const document::Plan& plan, Report& report) {
  RowChecker checker(plan, report);
  for (const document::PlannedPage& page : plan.pages) checker.check(page.modules);
}

}  // namespace paiban::text
