#include "page/legs.hpp"

#include <algorithm>

#include "page/rows.hpp"
#include "page/setting.hpp"

namespace paiban::page {
namespace {

using document::Grid;
using document::LegSpec;
using document::Region;
using document::Style;
using document::Template;
using document::Writing;

const Style& style_of(const Template& design, const Region& region) {
  return design.styles[document::style_id(design, region.flow_style)];
}

/// As many vertical lines as the leg's width holds at `pitch`, then spread from edge to edge.
void fill_width(Leg& leg, Length size, Length pitch) {
  const Length way = leg.box.width - size;
  leg.rows = 1 + static_cast<int>(std::max(way.count() / pitch.count(), std::int64_t{0}));
  leg.pitch = leg.rows > 1 ? way / (leg.rows - 1) : pitch;
  leg.size = size;
}

}  // namespace

std::vector<Leg> legs_of(const Template& design, const Region& region) {
  const Grid& grid = design.grid;
  const Style& style = style_of(design, region);
  std::vector<Leg> legs;
  for (const LegSpec& spec : region.legs) {
    const Length top = grid.row_top(spec.rows.first);
    Leg leg{{spec.x, top, spec.width, grid.row * spec.rows.count()}, spec.rows.count(), {}, style.writing, grid.row, grid.em};
    if (style.writing == Writing::vertical) fill_width(leg, style.size, document::flow_pitch(design, region));
    legs.push_back(std::move(leg));
  }
  return legs;
}

Length measure_of(const Template& design, const Region& region) {
  const LegSpec& leg = region.legs.front();
  const Style& style = style_of(design, region);
  if (style.writing == Writing::horizontal) return leg.width;
  const Length height = design.grid.row * (leg.rows.count() - 1) + design.grid.em;
  return style.size * std::max(height.count() / style.size.count(), std::int64_t{1});
}

Point line_at(const Grid& grid, const Leg& leg, int index, Length size, Length start) {
  const Length across = leg.pitch * index + (leg.size - size) / 2;
  if (leg.writing == Writing::vertical) return {leg.box.right() - across, leg.box.y + grid.text_top + start};
  return {leg.box.x + start, leg.box.y + grid.text_top + across};
}

Point next_line(const Grid& grid, const Leg& leg, Length size, Length start) {
  return line_at(grid, leg, static_cast<int>(leg.lines.size()), size, start);
}

void take_from_start(Leg& leg, int lines) {
  const Length taken = leg.pitch * lines;
  take_from_end(leg, lines);
  if (leg.writing == Writing::vertical)
    leg.box.x = leg.box.x - taken;
  else
    leg.box.y = leg.box.y + taken;
}

void take_from_end(Leg& leg, int lines) {
  const Length taken = leg.pitch * lines;
  leg.rows -= lines;
  if (leg.writing == Writing::vertical) {
    leg.box.x = leg.box.x + taken;
    leg.box.width = leg.box.width - taken;
  } else {
    leg.box.height = leg.box.height - taken;
  }
}

SetLine set_in(const document::Plan& plan, document::TextId id, Length em, paragraph::Line line, const Leg& leg) {
  const Style& style = plan.style_of(id);
  if (style.align == document::Align::spread) spread(line);
  const Length start = margin_of(style, em) + (line.justified ? Length{} : aligned(line.set, line.measure, style.align));
  return {id, line, next_line(plan.design.grid, leg, style.size, start)};
}

}  // namespace paiban::page
