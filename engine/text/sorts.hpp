#pragma once
// Which sort (铅字) sets each character: its face and code point, or 〓 where there is none, and what is said of it.

#include <set>
#include <span>
#include <string>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"
#include "text/characters.hpp"
#include "text/face_chooser.hpp"
#include "text/shaper.hpp"

namespace paiban::text {

/// 〓, the composing room's sign for a sort that is not there.
inline constexpr char32_t geta = U'\u3013';

struct Sort {
  const font::Face* face = nullptr;
  font::FontId font = 0;
  char32_t shown = 0;  ///< what is set of the base character: what was wanted, or 〓 for the character with all that extends it
};

/// The sorts of one text. Each trouble is reported once a text, one of right-to-left writing once a run.
class Sorts {
 public:
  /// All must outlive this; `characters` are those of `text`.
  Sorts(const document::PlannedText& text, std::span<const Character> characters, FaceChooser& chooser, Shaper& shaper,
        Report& report)
      : text_(&text), characters_(characters), chooser_(&chooser), shaper_(&shaper), report_(&report) {}

  /// The sort of character `i`, whose base is to be set as `wanted`. An error where a face cannot be opened.
  [[nodiscard]] Result<Sort> choose(std::size_t i, char32_t wanted, const std::string& role);

 private:
  [[nodiscard]] Result<Sort> choose_geta(const std::string& role);
  [[nodiscard]] bool shows_all(const Character& c, const font::Face& face);
  void check_variant(const Character& c, const font::Face& face);
  void report_right_to_left(std::size_t i);
  [[nodiscard]] std::string bytes_of(const Character& c) const { return text_->text.utf8.substr(c.start, c.end - c.start); }
  void say(const Character& c, Code code, const std::string& face = {});

  const document::PlannedText* text_;
  std::span<const Character> characters_;
  FaceChooser* chooser_;
  Shaper* shaper_;
  Report* report_;
  std::set<std::pair<Code, std::string>> said_;
};

}  // namespace paiban::text
