#pragma once
// What PDF/A wants of fonts and Cairo leaves out.

#include <cstdint>
#include <qpdf/QPDF.hh>

#include "base/diagnostic.hpp"

namespace paiban::finish {

/// Whether a subset lists the characters that it has: PDF/A-1 asks for it, the later parts do not, and a wrong list is a fault.
enum class CharacterSets : std::uint8_t { none, listed };

/// Says of each TrueType face with Chinese that its characters are numbered as its glyphs are. Throws what qpdf throws. Error:
/// pdf_not_finished for a face that is not as Cairo writes it.
[[nodiscard]] Result<void> complete_fonts(QPDF& pdf, CharacterSets sets);

}  // namespace paiban::finish
