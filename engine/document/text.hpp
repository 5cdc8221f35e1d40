#pragma once
// Text as the editor wrote it, with what is known about stretches of it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace paiban::document {

/// What a stretch of text is. A style says how each looks; the record (from `gap` on) says how sure its words are.
enum class SpanKind : std::uint8_t {
  emphasis,     ///< 着重, in the style's face or with its dots
  name,         ///< a reporter's or a credit's name
  dateline,     ///< 电头: 本报讯, 新华社北京2月4日电
  byline,       ///< 记者…报道
  ruby,         ///< 注音; `value` is the annotation
  link,         ///< `value` is the address
  proper,       ///< 专名: of a person, a place, an age
  work,         ///< 书名 without 《》
  gap,          ///< lost and unknown: the text reads ［缺］; `value` is whole_line_gap where it takes a line of its own
  supplied,     ///< lost here, attested elsewhere; `value` says where
  conjectured,  ///< lost, probable, attested nowhere; `value` is the certainty, 0 to 1
  sic,          ///< odd, but printed so; `value` says why: what `check` finds there is dismissed
  cut,          ///< may be cut to fit; `value` is the rank
  run_in,       ///< 接排小标题: a head in the line of its paragraph, with an em of white after it
  person,       ///< a name that terms.xml knows
  term,         ///< in heads: a name with its title, a place, an organisation, a term that terms.xml knows
};
/// Value of a `gap` span that takes a line of its own.
inline constexpr std::string_view whole_line_gap = "line";
/// Value of a `term` span that is a verb, which rather begins a row of a head than ends one.
inline constexpr std::string_view verb_term = "verb";
/// Value of a `person` or `term` span that goes on in the next row, or comes from the one before: an editor's row parts it.
inline constexpr std::string_view parted_term = "parted";
inline constexpr std::size_t span_kinds = static_cast<std::size_t>(SpanKind::term) + 1;

/// Bytes [start, end) of the text are of `kind`. Spans may nest; the inner one comes later.
struct Span {
  std::uint32_t start = 0, end = 0;
  SpanKind kind{};
  std::string value;
  SourcePlace at;
};

/// From byte `offset` of the text on, the source stands at `at` and runs in step with it, one character for one, up to the next
/// anchor.
struct Anchor {
  std::uint32_t offset = 0;
  SourcePlace at;
};

/// One paragraph, or one row of a headline. Normalised: no line feeds, no typed indents.
struct Text {
  std::string utf8;
  std::vector<Span> spans;               ///< by start, outer before inner
  std::vector<std::uint32_t> line_ends;  ///< byte offsets where a printed line ended (<lb/>), rising
  std::vector<Anchor> anchors;           ///< by offset; the first at 0

  [[nodiscard]] bool empty() const { return utf8.empty(); }
};

/// Where byte `offset` of `text` stands in its source.
[[nodiscard]] SourcePlace place_of(const Text& text, std::uint32_t offset);

}  // namespace paiban::document
