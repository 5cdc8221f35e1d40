#pragma once
// 印前检查: whether a PDF keeps its standard and what the house asks of a page that is printed or kept. It believes nothing of
// what wrote the file: it shares no code with render/ and finish/, and reads any file.

#include <string_view>
#include <vector>

#include "preflight/finding.hpp"

namespace paiban::preflight {

/// How much is looked at.
enum class Depth : std::uint8_t {
  quick,  ///< all but what needs decoding: font programs and the samples of pictures; run on every PDF that is written
  full,
};

/// What a file is held to.
struct Expectation {
  finish::Flavour flavour = finish::Flavour::x4;
  Depth depth = Depth::full;
  std::string_view profile = {};  ///< the press's ICC profile, which the output intent must hold byte for byte; empty: any
  int ink_limit = 0;              ///< the most ink of all plates together, in per cent; 0: no limit
};

/// All that is wrong with `bytes`, in the order of the table of checks; of one kind on one page the first, counted. Pure.
/// Errors: pdf_unreadable, where the bytes are no PDF at all, or more than is looked at.
[[nodiscard]] Result<std::vector<Finding>> preflight(std::string_view bytes, const Expectation& expected);

/// Whether `bytes` begin as a PDF does, in their first 1024 bytes (ISO 32000-1, annex H, note 13).
[[nodiscard]] bool looks_like_pdf(std::string_view bytes);

/// The flavour that the file says it has; nullopt where it says none, or one that the engine does not know.
[[nodiscard]] std::optional<finish::Flavour> claimed_flavour(std::string_view bytes);

}  // namespace paiban::preflight
