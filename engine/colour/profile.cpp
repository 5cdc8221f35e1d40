#include "colour/profile.hpp"

#include <array>
#include <optional>
#include <utility>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "colour/handles.hpp"

namespace paiban::colour {
namespace {

constexpr std::size_t header_bytes = 128;

tl::unexpected<Diagnostic> refuse(Code code, const std::string& name, std::string reason) {
  return tl::unexpected(Diagnostic{code, {}, {name, std::move(reason)}, {}, {}});
}

std::optional<ProfileClass> class_of(cmsProfileClassSignature signature) {
  switch (static_cast<std::uint32_t>(signature)) {
    case cmsSigInputClass:
      return ProfileClass::input;
    case cmsSigDisplayClass:
      return ProfileClass::display;
    case cmsSigOutputClass:
      return ProfileClass::output;
    case cmsSigColorSpaceClass:
      return ProfileClass::space;
    default:
      return std::nullopt;
  }
}

std::optional<Space> space_of(cmsColorSpaceSignature signature) {
  switch (static_cast<std::uint32_t>(signature)) {
    case cmsSigGrayData:
      return Space::gray;
    case cmsSigRgbData:
      return Space::rgb;
    case cmsSigCmykData:
      return Space::cmyk;
    case cmsSigLabData:
      return Space::lab;
    default:
      return std::nullopt;
  }
}

/// What the header says of its own length (ICC.1, 7.2.2), which lcms2 silently mends.
std::size_t stated_length(const std::string& bytes) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < 4; ++i) length = (length << 8U) | static_cast<unsigned char>(bytes[i]);
  return length;
}

std::string name_of(cmsHPROFILE profile) {
  std::array<char, 128> text{};
  cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", text.data(), text.size());
  return text.data();
}

// Its tables are read when a transform is made, not before.
bool converts(Session& session, const Profile& profile, cmsHPROFILE handle) {
  constexpr cmsUInt32Number flags = cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE;
  const ProfileHandle measure = session.open(lab());
  const cmsUInt32Number device = format_of(profile.space, 1);
  const TransformHandle there(
      cmsCreateTransformTHR(session.context(), handle, device, measure.get(), TYPE_Lab_16, INTENT_RELATIVE_COLORIMETRIC, flags));
  if (!there || profile.kind != ProfileClass::output) return there != nullptr;
  const TransformHandle back(
      cmsCreateTransformTHR(session.context(), measure.get(), TYPE_Lab_16, handle, device, INTENT_RELATIVE_COLORIMETRIC, flags));
  return back != nullptr;
}

}  // namespace

Result<Profile> parse_profile(std::string bytes, const std::string& name) {
  if (bytes.size() > most_profile_bytes) return refuse(Code::profile_damaged, name, "it is larger than any profile");
  if (bytes.size() < header_bytes || stated_length(bytes) < header_bytes || stated_length(bytes) > bytes.size())
    return refuse(Code::profile_damaged, name, "it ends too early");
  bytes.resize(stated_length(bytes));
  Session session;
  Profile profile{std::move(bytes), {}, {}, 0, {}};
  const ProfileHandle handle = session.open(profile);
  if (!handle) return refuse(Code::profile_damaged, name, session.complaint());
  const auto kind = class_of(cmsGetDeviceClass(handle.get()));
  const auto space = space_of(cmsGetColorSpace(handle.get()));
  if (!kind || !space) return refuse(Code::profile_damaged, name, "it describes no device of gray, RGB, CMYK or Lab");
  profile.kind = *kind;
  profile.space = *space;
  profile.version = static_cast<int>(cmsGetEncodedICCversion(handle.get()) >> 24U);
  profile.name = name_of(handle.get());
  if (!converts(session, profile, handle.get())) return refuse(Code::profile_damaged, name, session.complaint());
  return profile;
}

Result<Profile> read_profile(const std::filesystem::path& path) {
  auto bytes = read_whole(path, most_profile_bytes);
  if (!bytes) return refuse(Code::profile_unreadable, path.string(), bytes.error());
  return parse_profile(std::move(*bytes), path.string());
}

Result<Profile> read_press_profile(const std::filesystem::path& path) {
  auto profile = read_profile(path);
  if (profile && (profile->kind != ProfileClass::output || profile->space != Space::cmyk))
    return refuse(Code::profile_unfit, path.string(), profile->name);
  return profile;
}

const Profile& lab() {
  static const Profile profile{{}, ProfileClass::space, Space::lab, 4, "CIE L*a*b* D50"};
  return profile;
}

}  // namespace paiban::colour
