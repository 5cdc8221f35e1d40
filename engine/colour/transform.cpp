#include "colour/transform.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/message_table.hpp"
#include "colour/handles.hpp"

namespace paiban::colour {
namespace {

constexpr cmsUInt32Number code_of(Intent intent) {
  switch (intent) {
    case Intent::perceptual:
      return INTENT_PERCEPTUAL;
    case Intent::relative:
      return INTENT_RELATIVE_COLORIMETRIC;
    case Intent::saturation:
      return INTENT_SATURATION;
    case Intent::absolute:
      break;
  }
  return INTENT_ABSOLUTE_COLORIMETRIC;
}

}  // namespace

struct Transform::State {
  Session session;  // before the handle: it goes after it
  TransformHandle handle;
  unsigned samples_from = 0, samples_to = 0;
};

Transform::Transform(std::unique_ptr<State> state) : state_(std::move(state)) {}
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;
Transform::~Transform() = default;

Result<Transform> Transform::make(const Profile& from, const Profile& to, Intent intent, BlackPoint black) {
  return make(from, to, intent, black, 1);
}

// Without lcms2's cache of the last pixel, a transform may be used by several threads.
Result<Transform> Transform::make(const Profile& from, const Profile& to, Intent intent, BlackPoint black, unsigned bytes_to) {
  auto state = std::make_unique<State>();
  const ProfileHandle source = state->session.open(from);
  const ProfileHandle target = state->session.open(to);
  const cmsUInt32Number flags =
      cmsFLAGS_NOCACHE | (black == BlackPoint::compensated ? cmsUInt32Number{cmsFLAGS_BLACKPOINTCOMPENSATION} : 0U);
  if (source && target)
    state->handle.reset(cmsCreateTransformTHR(state->session.context(), source.get(), format_of(from.space, 1), target.get(),
                                              format_of(to.space, bytes_to), code_of(intent), flags));
  if (!state->handle)
    return tl::unexpected(
        Diagnostic{Code::profile_damaged, {}, {from.name + " → " + to.name, state->session.complaint()}, {}, {}});
  state->samples_from = samples_of(from.space);
  state->samples_to = samples_of(to.space);
  return Transform(std::move(state));
}

void Transform::apply(std::span<const std::uint8_t> from, std::span<std::uint8_t> to) const {
  cmsDoTransform(state_->handle.get(), from.data(), to.data(), static_cast<cmsUInt32Number>(from.size() / state_->samples_from));
}

unsigned Transform::samples_from() const { return state_->samples_from; }
unsigned Transform::samples_to() const { return state_->samples_to; }

Result<Lightness> Lightness::make(const Profile& of) {
  return Transform::make(of, lab(), Intent::relative, BlackPoint::as_it_is, sizeof(std::uint16_t)).map([](Transform made) {
    return Lightness(std::move(made));
  });
}

void Lightness::apply(std::span<const std::uint8_t> from, std::span<std::uint16_t> lightness) const {
  constexpr std::size_t at_once = 256;  // pixels: a few KiB of stack
  std::array<std::uint16_t, at_once * 3> colours{};
  const std::size_t samples = samples_from();
  for (std::size_t done = 0, all = from.size() / samples; done < all; done += at_once) {
    const std::size_t count = std::min(at_once, all - done);
    cmsDoTransform(to_lab_.state_->handle.get(), &from[done * samples], colours.data(), static_cast<cmsUInt32Number>(count));
    for (std::size_t i = 0; i < count; ++i) lightness[done + i] = colours[3 * i];
  }
}

bool means_the_same(const Profile& profile, const Profile& reference) {
  constexpr int tolerance = 2;
  constexpr unsigned step = 51;  // six levels of every sample
  if (profile.bytes == reference.bytes) return true;
  if (profile.space != reference.space) return false;
  Session session;
  const ProfileHandle from = session.open(profile);
  const ProfileHandle to = session.open(reference);
  const cmsUInt32Number format = format_of(profile.space, 1);
  const TransformHandle transform(cmsCreateTransformTHR(session.context(), from.get(), format, to.get(), format,
                                                        INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE));
  if (!transform) return false;
  const unsigned samples = samples_of(profile.space);
  std::vector<std::uint8_t> colours;
  for (unsigned number = 0, count = samples == 1 ? 6U : 6U * 6U * 6U; number < count; ++number)
    for (unsigned sample = 0, rest = number; sample < samples; ++sample, rest /= 6)
      colours.push_back(static_cast<std::uint8_t>(rest % 6 * step));
  std::vector<std::uint8_t> meant(colours.size());
  cmsDoTransform(transform.get(), colours.data(), meant.data(), static_cast<cmsUInt32Number>(colours.size() / samples));
  return std::ranges::equal(colours, meant, [](int a, int b) { return std::abs(a - b) <= tolerance; });
}

}  // namespace paiban::colour
