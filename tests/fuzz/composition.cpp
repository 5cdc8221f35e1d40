// Any text, shaped and composed: nothing lost, no number parted, every line in its place; whatever the level, the measure and
// the composer. The first bytes choose the setting, the rest is the text.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/utf8.hpp"
#include "paragraph/compose.hpp"
#include "support/composing_room.hpp"
#include "support/line_invariants.hpp"

namespace {

using namespace paiban;

constexpr std::size_t setting_bytes = 4;
constexpr std::size_t most_text = 4096;  // longer ones take time and show nothing new

/// What is no UTF-8 or no character of XML never gets so far: the readers refuse it.
std::string text_of(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), std::min(size, most_text));
  std::string text;
  for (std::uint32_t at = 0; at < bytes.size();) {
    const Decoded c = decode_at(bytes, at);
    if (c.code_point >= U' ' || c.code_point == U'\t') append_utf8(text, c.code_point);
    at = c.next;
  }
  return text;
}

void require(const std::string& fault) {
  if (fault.empty()) return;
  std::fputs((fault + "\n").c_str(), stderr);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < setting_bytes) return 0;
  static test::ComposingRoom room;
  static const std::array styles{room.style("body"), room.style("caption")};
  document::Style style = styles[data[0] % styles.size()];
  style.prohibition = static_cast<document::Prohibition>(data[1] % 4);
  const text::ShapedParagraph p =
      room.shape(document::Text{text_of(data + setting_bytes, size - setting_bytes), {}, {}, {{0, {1, 1, 1}}}}, style);
  require(test::fault_of_units(p));
  paragraph::Setting setting;
  setting.measure = p.em * (4 + data[2] % 37);
  setting.indent = p.em * (data[3] % 3);
  for (const paragraph::Composer composer : {paragraph::Composer::press, paragraph::Composer::best}) {
    const auto lines = compose(p, setting, composer);
    if (!lines) std::abort();
    require(test::fault_of({p, setting, composer, style.prohibition, *lines}));
  }
  return 0;
}
