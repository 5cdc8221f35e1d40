#include "page/side_marks.hpp"

#include <algorithm>

#include "base/message_table.hpp"
#include "paragraph/justify.hpp"

namespace paiban::page {
namespace {

using paragraph::Line;
using text::CharClass;
using text::ShapedParagraph;
using text::SideMark;
using text::Unit;

// A line ends so much inside its characters' cells, in em: two names beside each other show a gap of twice that (typography R1).
constexpr Ratio line_inset{800};
// Between neighbouring readings (R4).
constexpr Ratio ruby_gap{2'500};
// A reading's letters rise so far from their baseline, in em of their own size: ǖ.
constexpr Ratio reading_ascent{8'000};

/// 着重号 stand beside characters, not beside marks.
bool takes_dot(CharClass cls) {
  switch (cls) {
    case CharClass::han:
    case CharClass::digit:
    case CharClass::latin:
    case CharClass::prefix:
    case CharClass::postfix:
    case CharClass::symbol:
      return true;
    case CharClass::opening:
    case CharClass::closing:
    case CharClass::pause:
    case CharClass::stop:
    case CharClass::middle:
    case CharClass::connector:
    case CharClass::solidus:
    case CharClass::dash:
    case CharClass::ellipsis:
    case CharClass::wide_space:
    case CharClass::bullet:
      return false;
  }
  return false;
}

class MarkSetter {
 public:
  MarkSetter(const ShapedParagraph& paragraph, const Line& line)
      : p_(paragraph), line_(line), cells_(paragraph::cells_as_set(paragraph, line)) {}

  std::vector<SetMark> run() {
    for (std::uint32_t i = 0; i < p_.side_marks.size(); ++i) {
      const SideMark& mark = p_.side_marks[i];
      const std::uint32_t first = std::max(mark.first, line_.first), last = std::min(mark.last, line_.last);
      if (first < last) set(mark, i, first, last);
    }
    part_readings();
    return std::move(set_);
  }

 private:
  [[nodiscard]] Length start_of(std::uint32_t unit) const { return line_.indent + cells_[unit - line_.first]; }
  /// Where the unit's cell ends, what was cut from it or opened after it left out.
  [[nodiscard]] Length end_of(std::uint32_t unit) const {
    const Length next = unit + 1 < line_.last ? start_of(unit + 1) : line_.indent + line_.set;
    return std::min(start_of(unit) + p_.units[unit].width, next);
  }

  /// From the line's centre to the side that the kind stands on.
  [[nodiscard]] Length across(const SideMark& mark) const {
    const Length distance = p_.size / 2 + mark.off;
    const bool line = mark.kind == SideMark::Kind::line || mark.kind == SideMark::Kind::wave;
    const bool before = p_.vertical ? line : mark.kind == SideMark::Kind::ruby;
    return before ? -distance : distance;
  }

  void set(const SideMark& mark, std::uint32_t index, std::uint32_t first, std::uint32_t last) {
    switch (mark.kind) {
      case SideMark::Kind::dots:
        for (std::uint32_t i = first; i < last; ++i) {
          if (!takes_dot(p_.units[i].cls)) continue;
          const Length middle = (start_of(i) + end_of(i)) / 2;
          set_.push_back({mark.kind, middle, middle, across(mark), mark.size, index});
        }
        break;
      case SideMark::Kind::line:
      case SideMark::Kind::wave: {
        const Length inset = p_.size * line_inset;
        set_.push_back({mark.kind, start_of(first) + inset, end_of(last - 1) - inset, across(mark), mark.size, index});
        break;
      }
      case SideMark::Kind::ruby:
        // A reading whose characters a line's end parts stands whole over the first of them.
        if (first == mark.first) {
          const Length from = (start_of(first) + end_of(last - 1) - mark.width) / 2;
          set_.push_back({mark.kind, from, from + mark.width, across(mark), mark.size, index});
        }
        break;
    }
  }

  static void move_to(SetMark& reading, Length from) {
    reading.to += from - reading.from;
    reading.from = from;
  }

  /// Readings stay inside the measure and clear of each other: pushed on from the line's start, then back from its end.
  void part_readings() {
    std::vector<SetMark*> readings;
    for (SetMark& mark : set_)
      if (mark.kind == SideMark::Kind::ruby) readings.push_back(&mark);
    const Length gap = p_.size * ruby_gap;
    Length free = line_.indent;
    for (SetMark* reading : readings) {
      move_to(*reading, std::max(reading->from, free));
      free = reading->to + gap;
    }
    Length end = line_.indent + line_.measure;
    for (auto reading = readings.rbegin(); reading != readings.rend(); ++reading) {
      move_to(**reading, std::min((*reading)->from, end - ((*reading)->to - (*reading)->from)));
      end = (*reading)->from - gap;
    }
  }

  const ShapedParagraph& p_;
  const Line& line_;
  std::vector<Length> cells_;
  std::vector<SetMark> set_;
};

/// How far a mark reaches into the gap between the lines, from the side of its line's em box.
Length reach_of(const SetMark& mark, const ShapedParagraph& p) {
  const Length middle = (mark.across > Length{} ? mark.across : -mark.across) - p.size / 2;
  switch (mark.kind) {
    case SideMark::Kind::dots:
    case SideMark::Kind::line:
      return middle + mark.size / 2;
    case SideMark::Kind::wave:
      return middle + mark.size / 2 + p.size * wave_swing;
    case SideMark::Kind::ruby:
      return middle + mark.size * reading_ascent;
  }
  return middle;
}

/// Sees to it that the marks of neighbouring lines do not meet.
class GapKeeper {
 public:
  GapKeeper(const Material& material, const std::string& place, const std::string& story)
      : m_(material), place_(place), story_(story) {}

  void keep(std::vector<SetLine>& lines) const {
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      while (drop_one(lines[i], lines[i + 1])) {
      }
  }

 private:
  [[nodiscard]] const ShapedParagraph& text_of(const SetLine& line) const { return m_.texts[line.text]; }

  /// Whether the mark stands on the side of the next line (below; vertical: left), not of the one before.
  [[nodiscard]] static bool faces_next(const SetMark& mark, const ShapedParagraph& p) {
    return (mark.across > Length{}) != p.vertical;
  }

  [[nodiscard]] static Length along(const SetLine& line, bool vertical) { return vertical ? line.at.y : line.at.x; }

  [[nodiscard]] Length gap_between(const SetLine& line, const SetLine& next) const {
    const bool vertical = text_of(line).vertical;
    return vertical ? line.at.x - text_of(line).size - next.at.x : next.at.y - line.at.y - text_of(line).size;
  }

  [[nodiscard]] bool drop_one(SetLine& line, SetLine& next) const {
    const bool vertical = text_of(line).vertical;
    const Length gap = gap_between(line, next);
    for (const SetMark& mark : line.marks) {
      if (!faces_next(mark, text_of(line))) continue;
      for (const SetMark& other : next.marks) {
        if (faces_next(other, text_of(next))) continue;
        const Length shift = along(next, vertical) - along(line, vertical);
        const Length half = mark.from == mark.to ? mark.size / 2 : Length{};
        const Length other_half = other.from == other.to ? other.size / 2 : Length{};
        const bool beside = mark.from - half < other.to + other_half + shift && other.from - other_half + shift < mark.to + half;
        const Length need = reach_of(mark, text_of(line)) + reach_of(other, text_of(next));
        if (!beside || need <= gap) continue;
        // What makes a character readable stays, and a name's line before an emphasis.
        const bool other_goes = other.kind == SideMark::Kind::dots;
        drop(other_goes ? next : line, other_goes ? other.source : mark.source, gap, need);
        return true;
      }
    }
    return false;
  }

  void drop(SetLine& line, std::uint32_t source, Length gap, Length need) const {
    const ShapedParagraph& p = text_of(line);
    const SideMark& mark = p.side_marks[source];
    std::erase_if(line.marks, [source](const SetMark& each) { return each.source == source; });
    const std::uint32_t start = p.units[mark.first].start;
    m_.report.add(
        mark.kind == SideMark::Kind::dots ? Code::no_room_for_dots : Code::no_room_for_line,
        document::place_of(m_.plan.texts[line.text].text, start),
        {p.text.substr(start, p.units[mark.last - 1].end - start), in_em(gap, p), in_em(need, p), to_points(p.size + need)},
        story_, place_);
  }

  static std::string in_em(Length length, const ShapedParagraph& p) { return decimal(length.count(), p.size.count(), 3); }

  const Material& m_;
  const std::string& place_;
  const std::string& story_;
};

}  // namespace

std::vector<SetMark> marks_beside(const ShapedParagraph& paragraph, const Line& line) {
  if (paragraph.side_marks.empty() || line.first == line.last) return {};
  return MarkSetter(paragraph, line).run();
}

void set_marks(const Material& material, const std::string& place, SetStory& story) {
  const GapKeeper gaps(material, place, story.id);
  const auto mark = [&](std::vector<SetLine>& lines) {
    for (SetLine& line : lines) {
      const text::TextAsSet as_set(material.texts[line.text], line.look);
      line.marks = marks_beside(as_set.get(), line.line);
    }
    gaps.keep(lines);
  };
  for (Head& head : story.heads) mark(head.rows);
  for (Leg& leg : story.legs) mark(leg.lines);
}

}  // namespace paiban::page
