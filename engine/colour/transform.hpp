#pragma once
// Colours from one profile to another, in rows of interleaved samples. Inks: 0 is none, 255 all. What comes out are whole
// numbers, the same on every machine of one kind with one lcms2.

#include <cstdint>
#include <memory>
#include <span>

#include "colour/profile.hpp"

namespace paiban::colour {

/// ICC.1, 0.3. Pictures go to the press by `relative` with its black point compensated: what newsprint can show stays as it is,
/// paper is white, and the shadows are brought into its short range rather than cut off.
enum class Intent : std::uint8_t { perceptual, relative, saturation, absolute };
enum class BlackPoint : std::uint8_t { as_it_is, compensated };

class Transform {
 public:
  /// Errors: profile_damaged, where the two do not go together.
  [[nodiscard]] static Result<Transform> make(const Profile& from, const Profile& to, Intent intent = Intent::relative,
                                              BlackPoint black = BlackPoint::compensated);
  Transform(Transform&&) noexcept;
  Transform& operator=(Transform&&) noexcept;
  ~Transform();

  /// As many pixels as `from` holds; `to` has room for as many.
  void apply(std::span<const std::uint8_t> from, std::span<std::uint8_t> to) const;

  [[nodiscard]] unsigned samples_from() const;  ///< a pixel
  [[nodiscard]] unsigned samples_to() const;

 private:
  friend class Lightness;
  struct State;
  [[nodiscard]] static Result<Transform> make(const Profile& from, const Profile& to, Intent intent, BlackPoint black,
                                              unsigned bytes_to);
  explicit Transform(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// How light colours look: L* of relative colorimetry in steps of 1/65 535 of a hundred.
class Lightness {
 public:
  [[nodiscard]] static Result<Lightness> make(const Profile& of);
  /// One number a pixel.
  void apply(std::span<const std::uint8_t> from, std::span<std::uint16_t> lightness) const;
  [[nodiscard]] unsigned samples_from() const { return to_lab_.samples_from(); }

 private:
  explicit Lightness(Transform to_lab) : to_lab_(std::move(to_lab)) {}
  Transform to_lab_;
};

/// Whether `profile` means by every sample what `reference`, of the same space, means by it, to within what eyes or 8 bits tell:
/// most pictures that bring a profile bring sRGB, by one of its many makers.
[[nodiscard]] bool means_the_same(const Profile& profile, const Profile& reference);

}  // namespace paiban::colour
