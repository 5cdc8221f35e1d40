#pragma once
// 何　龙: names that copy spreads by an em space.

#include "document/text.hpp"

namespace paiban::document {

/// `text` with the em space taken out of every name that is two Han and one such space: where the style spreads names itself, the
/// text says 何龙, so that a search finds him (typography G8).
[[nodiscard]] Text with_names_joined(const Text& text);

}  // namespace paiban::document
