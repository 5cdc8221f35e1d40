#include "makeup/levers_used.hpp"

namespace paiban::makeup {
namespace {

void add_levers(const Module& module, bool in_corner, std::vector<Lever>& levers) {
  const auto add = [&](Lever::Kind kind, int amount) { levers.push_back({kind, module.story, amount}); };
  const ModuleLevers& used = module.levers;
  if (used.air > 0) add(Lever::Kind::air, used.air);
  if (used.looseness < 0) add(Lever::Kind::tighter, -used.looseness);
  if (used.looseness > 0) add(Lever::Kind::looser, used.looseness);
  const auto crop = static_cast<int>(used.crop.ten_thousandths);
  if (crop > 0) add(Lever::Kind::crop_height, crop);
  if (crop < 0) add(Lever::Kind::crop_width, -crop);
  if (used.other_legs) add(Lever::Kind::other_legs, module.legs);
  if (module.legs > 0 && module.head_columns < module.width) add(Lever::Kind::inset_head, module.head_columns);
  if (in_corner) add(Lever::Kind::corner, 1);
  for (const Module& inner : module.corner) add_levers(inner, module.guest, levers);
}

}  // namespace

std::vector<Lever> levers_of(const std::vector<PlacedModule>& modules) {
  std::vector<Lever> levers;
  for (const PlacedModule& placed : modules) add_levers(*placed.module, false, levers);
  return levers;
}

}  // namespace paiban::makeup
