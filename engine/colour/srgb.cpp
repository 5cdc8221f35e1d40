// sRGB written by hand, octet by octet: lcms2 would put the clock and the name of the system into it.

#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "colour/profile.hpp"

namespace paiban::colour {
namespace {

constexpr std::size_t header_bytes = 128;
constexpr std::size_t tag_row_bytes = 12;
constexpr unsigned curve_points = 1024;  // as in the profile that came with the standard: no step is wider than 16 bits show
constexpr std::uint32_t version = 0x02100000;
constexpr std::array<std::uint16_t, 6> made_on{2000, 1, 1, 0, 0, 0};  // any fixed day; the standard is of October 1999

/// Numbers as ICC.1 has them: s15Fixed16.
using Xyz = std::array<std::uint32_t, 3>;
constexpr Xyz white{0xF6D6, 0x10000, 0xD32D};  // D50, the white of the connection space
// The primaries of IEC 61966-2-1, adapted from D65 to D50 by Bradford's matrix; together exactly that white.
constexpr Xyz red{0x6FA0, 0x38F5, 0x0390}, green{0x6297, 0xB787, 0x18D9}, blue{0x249F, 0x0F84, 0xB6C4};
static_assert(red[0] + green[0] + blue[0] == white[0] && red[1] + green[1] + blue[1] == white[1] &&
              red[2] + green[2] + blue[2] == white[2]);

class Octets {
 public:
  void put(std::uint64_t number, unsigned bytes) {
    while (bytes-- > 0) octets_ += static_cast<char>((number >> (8U * bytes)) & 0xFFU);
  }
  void put(std::string_view text) { octets_ += text; }
  void blank(std::size_t count) { octets_.append(count, '\0'); }
  [[nodiscard]] std::string take() { return std::move(octets_); }
  [[nodiscard]] const std::string& seen() const { return octets_; }

 private:
  std::string octets_;
};

std::string xyz_tag(const Xyz& xyz) {
  Octets tag;
  tag.put("XYZ ");
  tag.blank(4);
  for (const std::uint32_t number : xyz) tag.put(number, 4);
  return tag.take();
}

std::string text_tag(std::string_view text) {
  Octets tag;
  tag.put("text");
  tag.blank(4);
  tag.put(text);
  tag.blank(1);
  return tag.take();
}

/// textDescriptionType: ASCII, no Unicode, no Macintosh script.
std::string description_tag(std::string_view text) {
  constexpr std::size_t script_bytes = 67;
  Octets tag;
  tag.put("desc");
  tag.blank(4);
  tag.put(text.size() + 1, 4);
  tag.put(text);
  tag.blank(1 + 4 + 4 + 2 + 1 + script_bytes);
  return tag.take();
}

/// From the stored sample to light, IEC 61966-2-1, 5.2.
std::string curve_tag() {
  Octets tag;
  tag.put("curv");
  tag.blank(4);
  tag.put(curve_points, 4);
  for (unsigned i = 0; i < curve_points; ++i) {
    const double sample = static_cast<double>(i) / (curve_points - 1);
    const double light = sample <= 0.04045 ? sample / 12.92 : std::pow((sample + 0.055) / 1.055, 2.4);
    tag.put(static_cast<std::uint64_t>(std::lround(light * 65535.0)), 2);
  }
  return tag.take();
}

struct Tag {
  std::string_view signature;
  std::string octets;  ///< empty: the same as of the tag before it
};

void pad(std::string& bytes) { bytes.resize((bytes.size() + 3) / 4 * 4); }

std::string header(std::string_view space, std::size_t length) {
  Octets octets;
  octets.put(length, 4);
  octets.blank(4);  // no preferred module
  octets.put(version, 4);
  octets.put("mntr");
  octets.put(space);
  octets.put("XYZ ");
  for (const std::uint16_t part : made_on) octets.put(part, 2);
  octets.put("acsp");
  octets.blank(header_bytes - 40 - 48);  // no system, flags, device; the perceptual intent
  for (const std::uint32_t number : white) octets.put(number, 4);
  octets.blank(header_bytes - octets.seen().size());
  return octets.take();
}

std::string profile_bytes(std::string_view space, const std::vector<Tag>& tags) {
  const std::size_t start = header_bytes + 4 + tags.size() * tag_row_bytes;
  Octets table;
  table.put(tags.size(), 4);
  std::string data;
  std::size_t at = 0, length = 0;
  for (const Tag& tag : tags) {
    if (!tag.octets.empty()) {
      at = start + data.size();
      length = tag.octets.size();
      data += tag.octets;
      pad(data);
    }
    table.put(tag.signature);
    table.put(at, 4);
    table.put(length, 4);
  }
  return header(space, start + data.size()) + table.seen() + data;
}

constexpr std::string_view licence = "No copyright, use freely";

Profile made(Space space, std::string_view name, std::string bytes) {
  return {std::move(bytes), ProfileClass::display, space, 2, std::string(name)};
}

Profile make_srgb() {
  constexpr std::string_view name = "sRGB IEC61966-2.1";
  return made(Space::rgb, name,
              profile_bytes("RGB ", {{"desc", description_tag(name)},
                                     {"cprt", text_tag(licence)},
                                     {"wtpt", xyz_tag(white)},
                                     {"rXYZ", xyz_tag(red)},
                                     {"gXYZ", xyz_tag(green)},
                                     {"bXYZ", xyz_tag(blue)},
                                     {"rTRC", curve_tag()},
                                     {"gTRC", {}},
                                     {"bTRC", {}}}));
}

Profile make_srgb_gray() {
  constexpr std::string_view name = "Gray with the curve of sRGB";
  return made(
      Space::gray, name,
      profile_bytes(
          "GRAY",
          {{"desc", description_tag(name)}, {"cprt", text_tag(licence)}, {"wtpt", xyz_tag(white)}, {"kTRC", curve_tag()}}));
}

}  // namespace

const Profile& srgb() {
  static const Profile profile = make_srgb();
  return profile;
}

const Profile& srgb_gray() {
  static const Profile profile = make_srgb_gray();
  return profile;
}

}  // namespace paiban::colour
