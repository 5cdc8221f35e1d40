#pragma once
// lcms2's handles, each closed by its owner.

#include <lcms2.h>

#include <memory>
#include <string>
#include <type_traits>

#include "colour/profile.hpp"

namespace paiban::colour {

struct CloseProfile {
  void operator()(cmsHPROFILE profile) const { cmsCloseProfile(profile); }
};
using ProfileHandle = std::unique_ptr<void, CloseProfile>;

struct DeleteTransform {
  void operator()(cmsHTRANSFORM transform) const { cmsDeleteTransform(transform); }
};
using TransformHandle = std::unique_ptr<void, DeleteTransform>;

struct DeleteContext {
  void operator()(cmsContext context) const { cmsDeleteContext(context); }
};
using ContextHandle = std::unique_ptr<std::remove_pointer_t<cmsContext>, DeleteContext>;

/// A context of lcms2 that keeps its last complaint. What was made in it must go before it.
class Session {
 public:
  Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Null where lcms2 does not take it.
  [[nodiscard]] ProfileHandle open(const Profile& profile);
  [[nodiscard]] cmsContext context() const { return context_.get(); }
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

 private:
  std::string complaint_ = "lcms2 does not take it";
  ContextHandle context_;
};

/// Interleaved samples of `bytes` (1 or 2) each. Inks: 0 is none.
[[nodiscard]] cmsUInt32Number format_of(Space space, cmsUInt32Number bytes);

}  // namespace paiban::colour
