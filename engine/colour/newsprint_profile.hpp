#pragma once
// The modelled newsprint as an ICC profile: no measured one may be passed on, and every output intent needs one.

#include <string>

namespace paiban::colour {

/// What it is called, in its description and in an output intent.
inline constexpr const char* newsprint_name = "Coldset newsprint, modelled (IFRA26 aim colours, 26 % dot gain)";

/// The profile: ICC version 2, output class, CMYK to Lab and back, 240 % of ink at most. Always the same bytes; empty where there
/// is no memory.
[[nodiscard]] std::string newsprint_profile();

}  // namespace paiban::colour
