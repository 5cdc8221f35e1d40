#pragma once
// What holds for the lines of every paragraph, at every measure, by either composer. Each function returns what is wrong in
// words, or nothing.

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "document/style.hpp"
#include "paragraph/best_fit.hpp"
#include "paragraph/costs.hpp"
#include "paragraph/justify.hpp"
#include "paragraph/ruler.hpp"
#include "support/composing_room.hpp"

namespace paiban::test {

/// A paragraph and what was made of it.
struct SetText {
  const text::ShapedParagraph& paragraph;
  paragraph::Setting setting;
  paragraph::Composer composer;
  document::Prohibition level;
  std::span<const paragraph::Line> lines;
};

// ---- nothing lost, nothing twice ----

inline bool only_spaces(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

inline std::string fault_of_units(const text::ShapedParagraph& p) {
  std::uint32_t at = 0;
  for (const text::Unit& unit : p.units) {
    if (unit.start < at || unit.end <= unit.start) return fmt::format("units out of order at byte {}", unit.start);
    if (!only_spaces(std::string_view(p.text).substr(at, unit.start - at))) return fmt::format("text lost at byte {}", at);
    at = unit.end;
  }
  if (!only_spaces(std::string_view(p.text).substr(at))) return fmt::format("text lost after byte {}", at);
  return p.joints.size() + 1 == std::max<std::size_t>(p.units.size(), 1) ? "" : "joints do not stand between units";
}

inline std::string fault_of_order(const SetText& set) {
  std::uint32_t next = 0;
  for (const paragraph::Line& line : set.lines) {
    if (line.first != next || line.last <= line.first) return fmt::format("the line at unit {} does not follow", line.first);
    next = line.last;
  }
  return next == set.paragraph.units.size() ? "" : "the last lines are missing";
}

// ---- widths ----

/// The joint before a unit that falls away whole at the line's end is none of the line's.
inline std::uint32_t last_joint(const text::ShapedParagraph& p, const paragraph::Line& line) {
  const bool behind = line.last - line.first > 1 && paragraph::stands_behind(p.units[line.last - 1], line.trim_end);
  return line.last - (behind ? 2 : 1);
}

inline bool opens(const text::ShapedParagraph& p, const paragraph::Line& line) {
  return std::any_of(p.joints.begin() + line.first, p.joints.begin() + last_joint(p, line),
                     [](const auto& j) { return j.opens; });
}

/// Typography A3. A line that nothing can open, or whose given end would tear it apart, may stay short.
inline std::string fault_of_width(const SetText& set, const paragraph::Line& line) {
  const text::ShapedParagraph& p = set.paragraph;
  const std::vector<Length> starts = paragraph::justify(p, line);
  const Length hyphen = line.hyphenated ? p.joints[line.last - 1].hyphen : Length{};
  const Length edge = starts.back() + p.units[line.last - 1].width - line.trim_end + hyphen;
  if (starts.front() != -line.trim_start) return "does not begin at its measure's start";
  if (edge != line.set) return fmt::format("ends at {} instead of {}", to_points(edge), to_points(line.set));
  if (line.set > line.measure && line.last - line.first > 1) return "is wider than its measure";
  const text::Break end = line.last == p.units.size() ? text::Break::closed : p.joints[line.last - 1].rule;
  const bool may_stay_short = end == text::Break::closed || end == text::Break::forced || !opens(p, line);
  if (!may_stay_short && line.set != line.measure && line.last - line.first > 1) return "is not flush";
  return "";
}

/// No cell begins before the one to its left ends, as far as marks and gaps give; digits and words never open (P9).
inline std::string fault_of_places(const SetText& set, const paragraph::Line& line) {
  const text::ShapedParagraph& p = set.paragraph;
  const std::vector<Length> starts = paragraph::justify(p, line);
  for (std::uint32_t i = line.first; i < last_joint(p, line); ++i) {
    const Length distance = starts[i + 1 - line.first] - starts[i - line.first];
    const text::Joint& joint = p.joints[i];
    // The first cell begins before the line by what was trimmed of it.
    const Length give = p.units[i].give_end + p.units[i + 1].give_start + joint.gap - joint.gap_least;
    const Length natural = p.units[i].width + joint.gap;
    if (!joint.opens && distance > natural) return fmt::format("opens inside a word at unit {}", i);
    const bool given = line.last < p.units.size() && p.joints[line.last - 1].rule == text::Break::forced;
    const bool tracked = line.tracking != Ratio{} || set.setting.tracking != Ratio{};
    if (!given && !tracked && distance < natural - give) return fmt::format("overlaps at unit {}", i);
  }
  return "";
}

// ---- where lines end ----

/// The sets of typography 1.1, written from the standard's list and not from the engine's table.
inline bool begins_no_line(char32_t c, document::Prohibition level) {
  constexpr std::u32string_view basic = U"、，；：。．！？‼⁇⁈⁉”’）》〉】〗〕］｝」』–～·", solidus = U"／", strict = U"⸺…⋯";
  if (level == document::Prohibition::none) return false;
  if (level == document::Prohibition::strict && strict.find(c) != std::u32string_view::npos) return true;
  if (level >= document::Prohibition::gb && solidus.find(c) != std::u32string_view::npos) return true;
  return basic.find(c) != std::u32string_view::npos;
}

inline bool ends_no_line(char32_t c, document::Prohibition level) {
  constexpr std::u32string_view basic = U"“‘（《〈【〖〔［｛「『", solidus = U"／";
  if (level == document::Prohibition::none) return false;
  if (level >= document::Prohibition::gb && solidus.find(c) != std::u32string_view::npos) return true;
  return basic.find(c) != std::u32string_view::npos;
}

/// What an allowed line end after unit `last` - 1 does wrong, read from the text alone.
inline std::string fault_of_edge(const text::ShapedParagraph& p, std::uint32_t last, document::Prohibition level) {
  const text::Unit& before = p.units[last - 1];
  const text::Unit& after = p.units[last];
  const char32_t head = decode_at(p.text, after.start).code_point;
  const char32_t foot = decode_at(p.text, before.start).code_point;
  if (begins_no_line(head, level)) return fmt::format("a line begins with {}", to_utf8(head));
  if (ends_no_line(foot, level)) return fmt::format("a line ends with {}", to_utf8(foot));
  if (level != document::Prohibition::none && after.end - after.start == 3 && head == U'—') return "a line begins with —";
  const bool digits = before.end == after.start && std::isdigit(static_cast<unsigned char>(p.text[before.end - 1])) != 0 &&
                      std::isdigit(static_cast<unsigned char>(p.text[after.start])) != 0;
  if (digits) return "a number is parted";
  if (p.joints[last - 1].hyphen > Length{} && after.start == before.end &&
      (after.cls != text::CharClass::latin || before.cls != text::CharClass::latin))
    return "a hyphen where no word is parted";
  if (head == U'%' || head == U'％' || head == U'℃' || head == U'‰')
    if (level != document::Prohibition::none) return fmt::format("a line begins with {}", to_utf8(head));
  return "";
}

/// Width of [first, last) when squeezed as far as the composer goes.
inline Length least_width(const SetText& set, const paragraph::Ruler& ruler, std::uint32_t first, std::uint32_t last) {
  const paragraph::Extent extent = ruler.extent(first, last, set.setting.keeps_blank(first));
  const Length em = set.paragraph.em;
  const Length tracked = extent.natural + em * set.setting.tracking * extent.opens;
  if (set.composer == paragraph::Composer::best)
    return tracked + em * set.setting.tightening * extent.opens - extent.give - extent.gap_give;
  return tracked - extent.give + em * Ratio{paragraph::press_least_mark - 5'000} * extent.marks;
}

/// Whether a line that begins where `line` does could have ended at a place of that rule.
inline bool could_end(const SetText& set, const paragraph::Ruler& ruler, const paragraph::Line& line, text::Break rule) {
  for (std::uint32_t last = line.first + 1; last < set.paragraph.units.size(); ++last) {
    const Length least = least_width(set, ruler, line.first, last);
    if (least > line.measure + set.paragraph.em * 2) break;
    if (set.paragraph.joints[last - 1].rule == rule && least <= line.measure) return true;
  }
  return false;
}

inline std::string fault_of_end(const SetText& set, const paragraph::Ruler& ruler, const paragraph::Line& line) {
  const text::ShapedParagraph& p = set.paragraph;
  if (line.last == p.units.size()) return "";
  const text::Break rule = p.joints[line.last - 1].rule;
  if (rule == text::Break::allowed) return fault_of_edge(p, line.last, set.level);
  if (rule == text::Break::forced || rule == text::Break::closed) return "";
  if (could_end(set, ruler, line, text::Break::allowed)) return "ends unlawfully though there is a lawful place";
  if (rule == text::Break::never && could_end(set, ruler, line, text::Break::emergency))
    return "ends where no line may though there is an emergency place";
  return "";
}

// ---- 孤字 ----

/// Whether the paragraph can be set in lawful lines, none too loose, the last of two characters and more: by reachability
/// alone, not by the composer's costs.
inline bool has_setting_without_lone_character(const SetText& set, const paragraph::Ruler& ruler) {
  const text::ShapedParagraph& p = set.paragraph;
  const auto count = static_cast<std::uint32_t>(p.units.size());
  std::vector<bool> reached(count + 1);
  reached[0] = true;
  for (std::uint32_t first = 0; first < count; ++first) {
    if (!reached[first]) continue;
    const Length measure = set.setting.measure - set.setting.indent_of(first);
    for (std::uint32_t last = first + 1; last <= count; ++last) {
      const Length least = least_width(set, ruler, first, last);
      if (least > measure + p.em * 2) break;
      if (least > measure) continue;
      if (last == count) {
        reached[count] = reached[count] || !paragraph::lone_last_line(p, first);
      } else if (p.joints[last - 1].rule == text::Break::allowed) {
        const auto gap = paragraph::mean_gap(ruler.extent(first, last, set.setting.keeps_blank(first)), measure, p.em);
        if (gap <= paragraph::loosest_gap) reached[last] = true;
      }
    }
  }
  return reached[count];
}

/// All of it. `text` of the line at fault is part of the answer.
inline std::string fault_of(const SetText& set) {
  if (const std::string fault = fault_of_order(set); !fault.empty()) return fault;
  const paragraph::Ruler ruler(set.paragraph);
  for (const paragraph::Line& line : set.lines) {
    std::string fault = fault_of_width(set, line);
    if (fault.empty()) fault = fault_of_places(set, line);
    if (fault.empty()) fault = fault_of_end(set, ruler, line);
    if (!fault.empty()) return fmt::format("“{}” {}", text_of(set.paragraph, line.first, line.last), fault);
  }
  return "";
}

}  // namespace paiban::test
