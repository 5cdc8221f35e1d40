#pragma once
// The resources of one content stream: each named thing is read once.

#include <map>
#include <string>
#include <string_view>

#include "preflight/graphics.hpp"
#include "preflight/surroundings.hpp"

namespace paiban::preflight {

class Resources {
 public:
  Resources(Object dictionary, int page, Surroundings& file);

  /// nullptr, nullopt or null where there is no such thing, which is complained of.
  [[nodiscard]] Font* font(std::string_view name);
  [[nodiscard]] const StateChange* state(std::string_view name);
  [[nodiscard]] const ColourSpace& space(std::string_view name);
  [[nodiscard]] Object find(const char* kind, std::string_view name);
  [[nodiscard]] Font* font_of(Object dictionary);
  [[nodiscard]] Object dictionary() const { return dictionary_; }
  /// Whether a device space is replaced by one that means something: DefaultRGB and the like.
  [[nodiscard]] bool has_default(const char* key) const { return !get(get(dictionary_, "/ColorSpace"), key).isNull(); }

 private:
  void look_at_states();

  Object dictionary_;
  int page_;
  Surroundings& file_;
  std::map<std::string, Font*, std::less<>> fonts_;
  std::map<std::string, StateChange, std::less<>> states_;
  std::map<std::string, ColourSpace, std::less<>> spaces_;
};

}  // namespace paiban::preflight
