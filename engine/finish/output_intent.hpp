#pragma once
// What device colours mean: an ICC profile, ready to be the output intent of a PDF (ISO 32000-1, 14.11.5).

#include <string>
#include <string_view>

namespace paiban::finish {

struct OutputIntent {
  std::string condition;  ///< what the profile describes, for people: "coldset newsprint, modelled"
  int components = 0;     ///< of the device's colours: 4 of a press, 3 of a screen
  std::string deflated;   ///< the profile's bytes as a Flate stream: deflating them costs more than finishing a page
};

[[nodiscard]] OutputIntent make_output_intent(std::string_view profile, std::string condition, int components);

}  // namespace paiban::finish
