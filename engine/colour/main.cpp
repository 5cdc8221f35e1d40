// newsprint-profile: writes the modelled profile to standard output. templates/profiles/README.md says when.

#include <cstdio>

#include "colour/newsprint_profile.hpp"

int main() {
  const std::string profile = paiban::colour::newsprint_profile();
  const bool written = !profile.empty() && std::fwrite(profile.data(), 1, profile.size(), stdout) == profile.size();
  return written && std::fflush(stdout) == 0 ? 0 : 1;
}
