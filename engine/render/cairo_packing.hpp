#pragma once
// How hard Cairo packs what it writes.

#include <cstdint>

namespace paiban::render {

enum class Packing : std::uint8_t {
  none,   ///< stored, for whoever packs it later: finishing reads it again, and packs it better
  quick,  ///< zlib's level 3: a fifth of the time that a page of text takes, for 1.5 % more bytes
};

/// As long as it lives, Cairo packs so on this thread. Without one it packs as zlib does by itself.
///
/// Cairo 1.16 has no word for it: it calls deflateInit with zlib's default level, 6, which is half of what drawing a page costs.
/// The program has a function of that name of its own, which the linker puts before zlib's. Where a linker does not, pages come
/// out all the same, later and smaller.
class PackingScope {
 public:
  explicit PackingScope(Packing packing);
  PackingScope(const PackingScope&) = delete;
  PackingScope& operator=(const PackingScope&) = delete;
  ~PackingScope();
};

}  // namespace paiban::render
