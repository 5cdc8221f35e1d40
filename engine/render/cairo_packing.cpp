#include "render/cairo_packing.hpp"

#include <zlib.h>

namespace paiban::render {
namespace {

constexpr int quick_level = 3;  // the last one before zlib begins to look for better matches than the first
thread_local int level_instead = Z_DEFAULT_COMPRESSION;

}  // namespace

PackingScope::PackingScope(Packing packing) { level_instead = packing == Packing::none ? Z_NO_COMPRESSION : quick_level; }
PackingScope::~PackingScope() { level_instead = Z_DEFAULT_COMPRESSION; }

}  // namespace paiban::render

// zlib's deflateInit is a macro over this; what it does is in the manual of deflateInit2. Whoever names a level gets it.
extern "C" int deflateInit_(z_streamp stream, int level, const char* version, int stream_size) {
  constexpr int usual_window_bits = 15, usual_memory_level = 8;
  const int wanted = level == Z_DEFAULT_COMPRESSION ? paiban::render::level_instead : level;
  return deflateInit2_(stream, wanted, Z_DEFLATED, usual_window_bits, usual_memory_level, Z_DEFAULT_STRATEGY, version,
                       stream_size);
}
