#pragma once
// Short lines of a proof's own: slugs, line numbers, names of stories.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/plan.hpp"
#include "font/font_catalogue.hpp"
#include "paint/display_list.hpp"
#include "text/shape.hpp"

namespace paiban::proof {

/// A proof's own things are neither of the page's colours nor inks.
inline const paint::Colour proof_ink{"proof", 0x5A5A5A};
inline const paint::Colour proof_line{"proof", 0x8C8C8C};

enum class Edge : std::uint8_t { left, centre, right };

/// Sets lines in a face of the template's, small and grey.
class Captions {
 public:
  /// In the faces of `design`'s first style. `fonts` must outlive it.
  Captions(const document::Template& design, const font::FontCatalogue& fonts);

  /// Puts `words` so that their edge stands at `at`, the top of their em box. Error: a face that cannot be opened.
  [[nodiscard]] Result<void> put(std::string_view words, Length size, Point at, Edge edge, std::vector<paint::Item>& items);

 private:
  document::Plan plan_;  // of the one text at hand
  text::TextShaper shaper_;
};

}  // namespace paiban::proof
