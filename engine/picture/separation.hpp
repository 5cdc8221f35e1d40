#pragma once
// Pictures as a press prints them: black ink alone or four inks within the paper's limit, as large as newsprint can show.

#include "base/length.hpp"
#include "picture/picture.hpp"

namespace paiban::picture {

/// Resolution at which a picture is sent to the press, if it has more. Newsprint is screened at 40 lines a centimetre, 100 an
/// inch; two pixels a line are all that a screen shows, three leave the platesetter its choice. More is only larger and slower.
inline constexpr int press_ppi = 300;

/// libjpeg's quality of such pictures: its error is below what the screen's dots and the paper's fibres do to a tone.
inline constexpr int press_quality = 90;

enum class Plates : std::uint8_t { black, four };

struct PressColours {
  colour::Profile profile;  ///< the press's: see colour::read_press_profile
  Ratio ink_limit;          ///< 总墨量, all inks of a pixel together, 100 % or more: 240 % is 24 000
};

/// Which part of a picture is wanted, as shares of its width and height, and how large it stands.
struct PressPlace {
  Ratio left, top, right = Ratio::one(), bottom = Ratio::one();
  Length width, height;
  friend bool operator==(const PressPlace&, const PressPlace&) = default;
};

/// A baseline JPEG without Adobe's marker: DeviceGray (0 is black) or DeviceCMYK (0 is no ink).
struct Separated {
  std::string jpeg;
  int width = 0, height = 0;  ///< pixels
  PictureColour colour{};     ///< gray or cmyk
  friend bool operator==(const Separated&, const Separated&) = default;
};

/// The part of `picture` that is seen at `place`, for the press. A gray picture, an RGB one whose colours are all gray, and on
/// `Plates::black` any other, comes in black ink alone. Every decoded pixel keeps the ink limit. The same inputs give the same
/// bytes. Errors: profile_damaged; picture_too_large, for want of memory.
[[nodiscard]] Result<Separated> separated(const Picture& picture, const PressPlace& place, Plates plates,
                                          const PressColours& press, colour::TransformShelf& transforms);

}  // namespace paiban::picture
