#include "document/copy_check.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/message_table.hpp"
#include "document/character_kinds.hpp"

namespace paiban::document {
namespace {

/// Characters [first, last) of a text are odd.
struct Oddity {
  std::size_t first = 0, last = 0;
  Code code{};
};

char32_t at(const Characters& text, std::size_t i) { return i < text.size() ? text.points[i] : no_character; }

// ---- two ellipses ----

// An ellipsis is two of these; two ellipses are four.
constexpr std::size_t points_of_two = 4;

void find_two_ellipses(const Characters& text, std::vector<Oddity>& found) {
  for (std::size_t first = 0; first < text.size(); ++first) {
    std::size_t last = first;
    while (at(text, last) == U'…' || at(text, last) == U'⋯') ++last;
    const bool alone = first == 0 && last == text.size();
    if (last - first >= points_of_two && !alone) found.push_back({first, last, Code::copy_two_ellipses});
    first = std::max(first, last);
  }
}

// ---- numerals ----

enum class Numerals : std::uint8_t { arabic, han };

struct Number {
  Numerals kind{};
  std::size_t end = 0;  ///< character after it
  std::size_t size = 0;
};

bool is_han_numeral(char32_t c) {
  constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十";
  return numerals.find(c) != numerals.npos;
}

std::optional<Number> number_at(const Characters& text, std::size_t i) {
  std::size_t end = i;
  if (is_digit(at(text, i))) {
    while (is_digit(at(text, end))) ++end;
    return Number{Numerals::arabic, end, end - i};
  }
  while (is_han_numeral(at(text, end))) ++end;
  if (end == i) return std::nullopt;
  return Number{Numerals::han, end, end - i};
}

// Han numerals that stand for digits: 二〇二五年 is a year, 三年 is three of them.
constexpr std::size_t digits_of_year = 4;

/// 2025年二月5日, 二月5日, 二〇二五年2月. A month in Han after a year in digits is right where it is of the old calendar, which
/// has no 日 after its days.
void find_mixed_dates(const Characters& text, std::vector<Oddity>& found) {
  for (std::size_t first = 0; first < text.size(); ++first) {
    const auto leading = number_at(text, first);
    if (!leading) continue;
    const bool has_year = at(text, leading->end) == U'年';
    const auto month = has_year ? number_at(text, leading->end + 1) : leading;
    std::size_t last = leading->end;
    if (month && at(text, month->end) == U'月') {
      const auto day = number_at(text, month->end + 1);
      const bool has_day = day && (at(text, day->end) == U'日' || at(text, day->end) == U'号');
      last = has_day ? day->end + 1 : month->end + 1;
      const bool day_differs = has_day && day->kind != month->kind;
      const bool year_differs =
          has_year && leading->kind != month->kind &&
          (has_day || (leading->kind == Numerals::han && leading->size == digits_of_year && month->kind == Numerals::arabic));
      if (day_differs || year_differs) found.push_back({first, last, Code::copy_mixed_date});
    }
    first = last - 1;
  }
}

bool is_old_month(const Characters& text, std::size_t i) {
  constexpr std::u32string_view months = U"正冬腊";
  return i > 0 && at(text, i) == U'月' && months.find(text.points[i - 1]) != months.npos;
}

/// 腊月23, 10几: days of the old calendar and numbers about so large are Han (GB/T 15835 4.2).
void find_misplaced_digits(const Characters& text, std::vector<Oddity>& found) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text.points[i])) continue;
    const std::size_t first = i;
    while (is_digit(at(text, i + 1))) ++i;
    const char32_t before = first > 0 ? text.points[first - 1] : no_character;
    if (first > 0 && is_old_month(text, first - 1)) found.push_back({first - 2, i + 1, Code::copy_misplaced_digits});
    // Of tens alone: G20几国 and 2025几 say something else.
    if (at(text, i + 1) == U'几' && text.points[i] == U'0' && !is_latin(before))
      found.push_back({first, i + 2, Code::copy_misplaced_digits});
  }
}

// ---- texts ----

bool is_meant(const Text& text, std::uint32_t start, std::uint32_t end) {
  return std::ranges::any_of(
      text.spans, [=](const Span& span) { return span.kind == SpanKind::sic && span.start < end && start < span.end; });
}

void check_text(const PlannedText& planned, Report& report) {
  const Characters text(planned.text.utf8);
  std::vector<Oddity> found;
  find_two_ellipses(text, found);
  find_mixed_dates(text, found);
  find_misplaced_digits(text, found);
  for (const Oddity& odd : found) {
    const std::uint32_t start = text.offsets[odd.first], end = text.offsets[odd.last];
    if (is_meant(planned.text, start, end)) continue;
    report.add(odd.code, place_of(planned.text, start), {planned.text.utf8.substr(start, end - start)}, planned.story);
  }
}

}  // namespace

void check_copy(const Plan& plan, Report& report) {
  std::set<StyleId> used;
  for (const PlannedText& text : plan.texts) {
    if (!text.promised) check_text(text, report);
    used.insert(text.style);
  }
  for (const StyleId id : used) {
    const Style& style = plan.design.styles[id];
    if (style.size < smallest_type) report.add(Code::small_type, style.at, {style.name, to_points(style.size)});
  }
}

}  // namespace paiban::document
