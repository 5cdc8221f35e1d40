#include "preflight/colour.hpp"

#include <algorithm>

namespace paiban::preflight {
namespace {

constexpr int deepest_space = 8;
constexpr double least_ink = 0.005;  // half a per cent: what no plate shows
constexpr double black = 0.9;        // from here on type is called black
constexpr std::array<std::string_view, 4> process_names{"/Cyan", "/Magenta", "/Yellow", "/Black"};

struct NamedFamily {
  std::string_view name;
  Family family;
  std::size_t components;
};
constexpr std::array<NamedFamily, 10> named_families{{{"/DeviceGray", Family::gray, 1},
                                                      {"/G", Family::gray, 1},
                                                      {"/DeviceRGB", Family::rgb, 3},
                                                      {"/RGB", Family::rgb, 3},
                                                      {"/DeviceCMYK", Family::cmyk, 4},
                                                      {"/CMYK", Family::cmyk, 4},
                                                      {"/CalGray", Family::calibrated_gray, 1},
                                                      {"/CalRGB", Family::calibrated_rgb, 3},
                                                      {"/Lab", Family::lab, 3},
                                                      {"/Pattern", Family::pattern, 0}}};

ColourSpace profiled(Object stream) {
  switch (whole_number_of(get(stream, "/N")).value_or(0)) {
    case 1:
      return {Family::profiled_gray, 1, {}, Family::unknown, false};
    case 3:
      return {Family::profiled_rgb, 3, {}, Family::unknown, false};
    case 4:
      return {Family::profiled_cmyk, 4, {}, Family::unknown, false};
    default:
      return {Family::unknown, 1, {}, Family::unknown, false};
  }
}

}  // namespace

std::string_view family_name(Family family) {
  switch (family) {
    case Family::gray:
      return "DeviceGray";
    case Family::rgb:
      return "DeviceRGB";
    case Family::cmyk:
      return "DeviceCMYK";
    case Family::lab:
      return "Lab";
    case Family::calibrated_gray:
      return "CalGray";
    case Family::calibrated_rgb:
      return "CalRGB";
    case Family::profiled_gray:
      return "ICCBased Gray";
    case Family::profiled_rgb:
      return "ICCBased RGB";
    case Family::profiled_cmyk:
      return "ICCBased CMYK";
    case Family::spots:
      return "Separation";
    case Family::pattern:
      return "Pattern";
    case Family::unknown:
      return "?";
  }
  return "?";
}

ColourSpace read_space(Object space, Object resources, int depth) {
  if (depth > deepest_space) return {Family::unknown, 1, {}, Family::unknown, false};
  const std::vector<Object> parts = members_of(space);
  const std::string name = parts.empty() ? std::string() : name_of(parts.front());
  const auto* named = std::ranges::find(named_families, std::string_view(name), &NamedFamily::name);
  if (named != named_families.end()) return {named->family, named->components, {}, Family::unknown, false};
  if (parts.size() == 1 && space.isName()) {
    Object found = get(get(resources, "/ColorSpace"), name.c_str());
    return found.isNull() ? ColourSpace{Family::unknown, 1, {}, Family::unknown, false}
                          : read_space(found, Object::newNull(), depth + 1);
  }
  if (name == "/ICCBased" && parts.size() > 1) return profiled(parts[1]);
  if ((name == "/Indexed" || name == "/I") && parts.size() > 1) {
    ColourSpace base = read_space(parts[1], resources, depth + 1);
    base.indexed = true;
    return base;
  }
  if ((name == "/Separation" || name == "/DeviceN") && parts.size() > 2) {
    ColourSpace spots{Family::spots, 0, {}, read_space(parts[2], resources, depth + 1).family, false};
    for (const Object& colorant : members_of(parts[1])) spots.spots.push_back(name_of(colorant));
    spots.components = spots.spots.size();
    return spots;
  }
  return {Family::unknown, 1, {}, Family::unknown, false};
}

int Inks::plates() const {
  return static_cast<int>(std::ranges::count_if(process, [](double ink) { return ink > least_ink; })) + other_plates;
}

bool Inks::is_black_alone() const { return known && process[3] >= black && plates() == 1; }

bool Inks::is_rich_black() const { return known && process[3] >= black && plates() > 1; }

Inks inks_of(const ColourSpace& space, const std::vector<double>& components) {
  const auto at = [&](std::size_t i) { return i < components.size() ? std::clamp(components[i], 0.0, 1.0) : 0.0; };
  Inks inks;
  if (space.indexed) {
    inks.known = false;
    return inks;
  }
  switch (space.family) {
    case Family::gray:
    case Family::profiled_gray:
    case Family::calibrated_gray:
      inks.process = {0, 0, 0, 1 - at(0)};
      break;
    case Family::cmyk:
    case Family::profiled_cmyk:
      inks.process = {at(0), at(1), at(2), at(3)};
      break;
    case Family::spots:
      inks.process = {0, 0, 0, 0};
      for (std::size_t i = 0; i < space.spots.size(); ++i) {
        const auto* process = std::ranges::find(process_names, std::string_view(space.spots[i]));
        if (process != process_names.end()) {
          inks.process[static_cast<std::size_t>(process - process_names.begin())] = at(i);
        } else if (space.spots[i] == "/All") {
          inks.process.fill(at(i));
        } else if (space.spots[i] != "/None" && at(i) > least_ink) {
          inks.others += at(i);
          ++inks.other_plates;
        }
      }
      break;
    default:
      inks.known = false;
  }
  return inks;
}

}  // namespace paiban::preflight
