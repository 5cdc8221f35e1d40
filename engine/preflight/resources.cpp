#include "preflight/resources.hpp"

#include <fmt/format.h>

namespace paiban::preflight {
namespace {

std::optional<bool> truth_of(Object object) { return object.isBool() ? std::optional(object.getBoolValue()) : std::nullopt; }

StateChange read_state(const Object& dictionary) {
  StateChange change;
  change.line_width = number_of(get(dictionary, "/LW"));
  change.stroke_overprint = truth_of(get(dictionary, "/OP"));
  // OP alone sets both (ISO 32000-1, table 58).
  change.fill_overprint = truth_of(get(dictionary, "/op"));
  if (!change.fill_overprint) change.fill_overprint = change.stroke_overprint;
  change.font = get(dictionary, "/Font");
  return change;
}

}  // namespace

Resources::Resources(Object dictionary, int page, Surroundings& file) : dictionary_(dictionary), page_(page), file_(file) {
  look_at_states();
}

/// Transparency is forbidden in the dictionary already, whether it is used or not (ISO 19005-1 6.4).
void Resources::look_at_states() {
  Object states = get(dictionary_, "/ExtGState");
  if (!states.isDictionary()) return;
  Place place;
  place.page = page_;
  for (const auto& [name, state] : states.getDictAsMap()) {
    states_.emplace(name.substr(1), read_state(state));
    place.object = object_number(state);
    for (const char* key : {"/ca", "/CA"})
      if (const auto alpha = number_of(get(state, key)); alpha && *alpha < 1)
        file_.bill.add(Check::transparency, place, {fmt::format("{} {}", key + 1, *alpha)});
    for (const Object& mode : members_of(get(state, "/BM")))
      if (const std::string blend = name_of(mode); blend != "/Normal" && blend != "/Compatible")
        file_.bill.add(Check::transparency, place, {"BM " + blend});
    if (Object mask = get(state, "/SMask"); !mask.isNull() && name_of(mask) != "/None")
      file_.bill.add(Check::transparency, place, {"SMask"});
  }
}

Object Resources::find(const char* kind, std::string_view name) {
  const std::string key = "/" + std::string(name);
  Object found = get(get(dictionary_, kind), key.c_str());
  if (!found.isNull()) return found;
  Place place;
  place.page = page_;
  file_.bill.add(Check::resource, place, {fmt::format("{} {}", kind + 1, key)});
  return found;
}

Font* Resources::font_of(Object dictionary) {
  if (!dictionary.isDictionary()) return nullptr;
  auto& font = file_.fonts[dictionary.getObjGen()];
  // Direct dictionaries have no number of their own: each is read anew.
  if (!font || !dictionary.isIndirect()) font = std::make_unique<Font>(dictionary, file_.expected.depth, file_.bill);
  return font.get();
}

Font* Resources::font(std::string_view name) {
  if (const auto known = fonts_.find(name); known != fonts_.end()) return known->second;
  Font* font = font_of(find("/Font", name));
  fonts_.emplace(name, font);
  return font;
}

const StateChange* Resources::state(std::string_view name) {
  const auto known = states_.find(name);
  if (known != states_.end()) return &known->second;
  (void)find("/ExtGState", name);  // complains
  return nullptr;
}

const ColourSpace& Resources::space(std::string_view name) {
  if (const auto known = spaces_.find(name); known != spaces_.end()) return known->second;
  const std::string key = "/" + std::string(name);
  ColourSpace space = read_space(Object::newName(key), dictionary_);
  if (space.family == Family::unknown) (void)find("/ColorSpace", name);
  return spaces_.emplace(name, std::move(space)).first->second;
}

}  // namespace paiban::preflight
