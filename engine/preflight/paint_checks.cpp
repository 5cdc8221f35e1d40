#include "preflight/paint_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "preflight/picture_ink.hpp"

namespace paiban::preflight {
namespace {

// GWG 2015, variants for newspapers: type up to 9 pt and lines below 0.15 mm go on one plate. A tenth of slack for rounding.
constexpr double small_type = 9.05;
constexpr double thin_line = 0.15 * 72 / 25.4;
constexpr double mm_of_pt = 25.4 / 72;
// Below 100 pixels an inch a coldset screen of 40 lines/cm shows steps; 150 is what the trade asks for.
constexpr double least_resolution = 100, good_resolution = 150;
constexpr double points_per_inch = 72;
// Type from here on is large enough not to mind what it knocks out (GWG 2015 4.10).
constexpr double overprinted_type = 12.05;
// A picture narrower than this is a speck or a rule, whose resolution nobody sees.
constexpr double least_picture = 9;

bool is_device(Family family) { return family == Family::gray || family == Family::rgb || family == Family::cmyk; }

bool is_of_screen(Family family, finish::Flavour flavour) {
  switch (family) {
    case Family::rgb:
    case Family::lab:
    case Family::calibrated_rgb:
    case Family::profiled_rgb:
      return true;
    case Family::calibrated_gray:
    case Family::profiled_gray:
    case Family::profiled_cmyk:
      return flavour == finish::Flavour::x1a;
    default:
      return false;
  }
}

bool has_meaning(Family family, int intent) {
  return family == Family::gray ? intent != 0 : intent == (family == Family::rgb ? 3 : 4);
}

std::string_view intent_name(int components) {
  return components == 3 ? "RGB" : components == 4 ? "CMYK" : components == 1 ? "Gray" : "–";
}

const char* default_of(Family family) {
  return family == Family::gray ? "/DefaultGray" : family == Family::rgb ? "/DefaultRGB" : "/DefaultCMYK";
}

Point corner_of(const Extent& extent) { return {extent.left, extent.top}; }

}  // namespace

Place PaintChecks::place(Point at) const {
  Place place;
  place.page = frame_.number;
  place.at = std::abs(at.x) < 1e6 && std::abs(at.y) < 1e6;  // elsewhere there is no page
  if (place.at) {
    place.x = static_cast<int>(std::lround(at.x - frame_.trim.left));
    place.y = static_cast<int>(std::lround(frame_.trim.top - at.y));
  }
  return place;
}

void PaintChecks::judge_space(Family family, const Resources& resources, const Place& place) {
  const auto flavour = file_.bill.flavour();
  if (file_.bill.for_press() && is_of_screen(family, flavour))
    return file_.bill.add(Check::screen_colour, place, {std::string(family_name(family))});
  if (is_device(family) && !has_meaning(family, file_.intent.components) && !resources.has_default(default_of(family)))
    file_.bill.add(Check::device_colour, place,
                   {std::string(family_name(family)), std::string(intent_name(file_.intent.components))});
}

void PaintChecks::name(const ColourSpace& space, const Resources& resources) {
  bool& named = named_[static_cast<std::size_t>(space.family)];
  if (std::exchange(named, true)) return;
  Place place;
  place.page = frame_.number;
  judge_space(space.family, resources, place);
  if (space.family == Family::spots) judge_space(space.alternate, resources, place);
}

void PaintChecks::judge_ink(const Inks& inks, Point at) {
  const int limit = file_.expected.ink_limit;
  const double percent = inks.total() * 100;
  if (inks.known && limit != 0 && percent > limit + 0.5)
    file_.bill.add(Check::ink, place(at), {fmt::format("{:.0f}", percent), std::to_string(limit)});
}

void PaintChecks::text(const GraphicsState& state, Point at, double size, const Font& font) {
  const Inks& inks = state.fill.inks;
  if (!file_.bill.for_press() || !inks.known) return;
  judge_ink(inks, at);
  const auto add = [&](Check check, std::vector<std::string> arguments) {
    Place where = place(at);
    where.font = font.name();
    file_.bill.add(check, std::move(where), std::move(arguments));
  };
  const auto words = [&] { return std::vector{fmt::format("{:.1f}", size), std::to_string(inks.plates())}; };
  if (inks.plates() > 1 && size <= small_type)
    add(Check::small_text, words());
  else if (inks.is_rich_black())
    add(Check::rich_black, words());
  if (inks.is_white() && state.fill_overprint) add(Check::white_overprint, {});
  if (inks.is_black_alone() && !state.fill_overprint && size <= overprinted_type &&
      std::ranges::any_of(tints_, [&](const Extent& tint) { return tint.holds(at); }))
    add(Check::black_knockout, words());
}

void PaintChecks::fill(const GraphicsState& state, const Extent& extent, double thinnest) {
  const Inks& inks = state.fill.inks;
  if (!file_.bill.for_press() || !extent.any) return;
  const Point at = corner_of(extent);
  judge_ink(inks, at);
  if (inks.known && inks.plates() > 1 && thinnest < thin_line)
    file_.bill.add(Check::thin_rule, place(at), {fmt::format("{:.2f}", thinnest * mm_of_pt), std::to_string(inks.plates())});
  if (inks.is_white() && state.fill_overprint) file_.bill.add(Check::white_overprint, place(at));
  if (!inks.is_white() && !inks.is_black_alone()) tints_.push_back(extent);
}

void PaintChecks::stroke(const GraphicsState& state, const Extent& extent) {
  const Inks& inks = state.stroke.inks;
  if (!file_.bill.for_press() || !extent.any) return;
  const Point at = corner_of(extent);
  judge_ink(inks, at);
  const double width = state.line_width * state.ctm.scale();
  if (inks.known && inks.plates() > 1 && width < thin_line)
    file_.bill.add(Check::thin_rule, place(at), {fmt::format("{:.2f}", width * mm_of_pt), std::to_string(inks.plates())});
  if (inks.is_white() && state.stroke_overprint) file_.bill.add(Check::white_overprint, place(at));
}

void PaintChecks::judge_resolution(Object picture, const Matrix& ctm, Point at) {
  const int columns = whole_number_of(get(picture, "/Width")).value_or(0),
            lines = whole_number_of(get(picture, "/Height")).value_or(0);
  const double width = std::hypot(ctm.a, ctm.b), height = std::hypot(ctm.c, ctm.d);
  if (columns <= 0 || lines <= 0 || width < least_picture || height < least_picture) return;
  const double resolution = std::min(columns / width, lines / height) * points_per_inch;
  const auto words = [&](double wanted) { return std::vector{fmt::format("{:.0f}", resolution), fmt::format("{:.0f}", wanted)}; };
  if (resolution < least_resolution)
    file_.bill.add(Check::coarse_picture, place(at), words(least_resolution));
  else if (resolution < good_resolution)
    file_.bill.add(Check::rather_coarse_picture, place(at), words(good_resolution));
}

void PaintChecks::judge_samples(Object picture, const ColourSpace& space, Point at) {
  const int limit = file_.expected.ink_limit;
  if (limit == 0 || file_.expected.depth == Depth::quick || !file_.bill.for_press()) return;
  if (picture.isIndirect() && !file_.pictures.insert(picture.getObjGen()).second) return;
  const auto most = most_ink_of(picture, space);
  if (most && *most > limit) file_.bill.add(Check::ink, place(at), {std::to_string(*most), std::to_string(limit)});
}

void PaintChecks::picture(Object picture, const GraphicsState& state, const Resources& resources) {
  Extent extent;
  for (const Point corner : {Point{0, 0}, Point{0, 1}, Point{1, 0}, Point{1, 1}}) extent.add(state.ctm.of(corner.x, corner.y));
  const Point at = corner_of(extent);
  Object mask = get(picture, "/ImageMask");
  if (Object copy = mask; copy.isBool() && copy.getBoolValue()) return fill(state, extent, thin_line);
  Object named = get(picture, "/ColorSpace");
  const ColourSpace space = read_space(named, resources.dictionary());
  judge_space(space.family, resources, place(at));
  judge_resolution(picture, state.ctm, at);
  judge_samples(picture, space, at);
  tints_.push_back(extent);
}

void PaintChecks::shading(Object shading, const Resources& resources) {
  Object space = get(shading, "/ColorSpace");
  judge_space(read_space(space, resources.dictionary()).family, resources, place({frame_.trim.left, frame_.trim.top}));
}

void PaintChecks::untagged(Point at) { file_.bill.add(Check::marked_content, place(at)); }

}  // namespace paiban::preflight
