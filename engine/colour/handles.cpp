#include "colour/handles.hpp"

namespace paiban::colour {
namespace {

void keep_complaint(cmsContext context, cmsUInt32Number /*code*/, const char* words) {
  *static_cast<std::string*>(cmsGetContextUserData(context)) = words;
}

}  // namespace

Session::Session() : context_(cmsCreateContext(nullptr, &complaint_)) {
  cmsSetLogErrorHandlerTHR(context_.get(), keep_complaint);
}

ProfileHandle Session::open(const Profile& profile) {
  if (profile.bytes.empty()) return ProfileHandle(cmsCreateLab4ProfileTHR(context_.get(), nullptr));
  return ProfileHandle(
      cmsOpenProfileFromMemTHR(context_.get(), profile.bytes.data(), static_cast<cmsUInt32Number>(profile.bytes.size())));
}

cmsUInt32Number format_of(Space space, cmsUInt32Number bytes) {
  const auto of = [&](cmsUInt32Number code) { return COLORSPACE_SH(code) | CHANNELS_SH(samples_of(space)) | BYTES_SH(bytes); };
  switch (space) {
    case Space::gray:
      return of(PT_GRAY);
    case Space::rgb:
      return of(PT_RGB);
    case Space::cmyk:
      return of(PT_CMYK);
    case Space::lab:
      break;
  }
  return of(PT_Lab);
}

}  // namespace paiban::colour
