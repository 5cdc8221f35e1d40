#pragma once
// ICC profiles (ICC.1, ISO 15076-1) as values: read whole, found sound by lcms2, before any colour goes through them.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "base/diagnostic.hpp"

namespace paiban::colour {

/// Press profiles have some 200 KiB to 3 MiB; what is larger is no profile that we want.
inline constexpr std::size_t most_profile_bytes = std::size_t{8} << 20U;

/// What a profile describes, of the classes that pictures and presses have.
enum class ProfileClass : std::uint8_t { input, display, output, space };

enum class Space : std::uint8_t { gray, rgb, cmyk, lab };

/// How many samples a pixel of `space` has.
[[nodiscard]] constexpr unsigned samples_of(Space space) { return space == Space::gray ? 1 : space == Space::cmyk ? 4 : 3; }

struct Profile {
  std::string bytes;  ///< as they stand in a file; empty: Lab, which needs no profile
  ProfileClass kind{};
  Space space{};     ///< the device's; what it is connected by is lcms2's business
  int version = 0;   ///< 2 or 4
  std::string name;  ///< its own description, ASCII
  friend bool operator==(const Profile&, const Profile&) = default;
};

/// `bytes` as a profile that converts to Lab, and from Lab if it is an output's; spoken of as `name`. What stands behind its
/// stated end is cut off. Errors: profile_damaged.
[[nodiscard]] Result<Profile> parse_profile(std::string bytes, const std::string& name);

/// Reads `path`. Errors: profile_unreadable, profile_damaged.
[[nodiscard]] Result<Profile> read_profile(const std::filesystem::path& path);

/// The same for a press: an output profile of CMYK. Errors: those, and profile_unfit.
[[nodiscard]] Result<Profile> read_press_profile(const std::filesystem::path& path);

/// sRGB (IEC 61966-2-1) as an ICC profile of version 2, which PDF/A-1 asks for: the same bytes on every machine and day.
[[nodiscard]] const Profile& srgb();

/// Gray with the tone curve of sRGB: what a screen shows of a picture that says nothing of its grays.
[[nodiscard]] const Profile& srgb_gray();

/// CIE L*a*b* under D50, the common measure.
[[nodiscard]] const Profile& lab();

}  // namespace paiban::colour
