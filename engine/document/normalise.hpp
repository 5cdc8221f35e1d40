#pragma once
// What wire copy and character recognition bring along is put right: 半角标点, full-width digits, typed indents, invisible
// characters and the like. Each kind has a switch, each use is reported, and what is right already is not touched.

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/text.hpp"

namespace paiban::document {

/// The kinds of correction, in the order in which they are made.
enum class Correction : std::uint8_t {
  invisible,    ///< zero-width characters and byte order marks go, no-break and other odd spaces become plain ones
  ideographs,   ///< Kangxi radicals and compatibility ideographs become the characters they look like
  widths,       ///< full-width digits and letters become ASCII
  lines,        ///< a line feed goes; between two Latin words it becomes a space
  indents,      ///< blanks at the paragraph's ends go: the style indents
  ellipses,     ///< ... → ……
  dashes,       ///< -- → ——
  interpuncts,  ///< • ‧ ・ → · between letters or Han
  quotes,       ///< " → “ and ” in turn
  marks,        ///< , . : ; ! ? ( ) beside Han → ， 。 ： ； ！ ？ （ ）
  spaces,       ///< runs of blanks become one; beside full-width marks and between Han and Latin they go
};
inline constexpr std::size_t corrections = static_cast<std::size_t>(Correction::spaces) + 1;

/// Which corrections are made.
class Corrections {
 public:
  [[nodiscard]] static Corrections all() { return Corrections{}; }
  [[nodiscard]] bool has(Correction each) const { return !off_.test(static_cast<std::size_t>(each)); }
  void leave_out(Correction each) { off_.set(static_cast<std::size_t>(each)); }

 private:
  std::bitset<corrections> off_;
};

/// "-marks -quotes": all but these; "none": none; "": all. nullopt where a word is none of them.
[[nodiscard]] std::optional<Corrections> parse_corrections(std::string_view words);

/// One correction of a text.
struct Normalised {
  Correction which{};
  SourcePlace at;
  std::string was, text;  ///< before and after
};
/// The word of `normalise=` for it: "marks".
[[nodiscard]] std::string_view name_of(Correction which);

/// `text` with the corrections made. Every kind that was used is reported once, with its count and its first place;
/// so are an odd count of straight quotes and a comma between digits, which are left as they are. Line feeds never remain.
/// What was done, place by place, is added to `done`, if there is any.
[[nodiscard]] Text normalise(Text text, Corrections which, Report& report, std::string_view story = {},
                             std::vector<Normalised>* done = nullptr);

}  // namespace paiban::document
