#include "document/region_chain.hpp"

#include "base/message_table.hpp"

namespace paiban::document {
namespace {

Writing writing_of(const Template& design, const Region& region) {
  const Style* style = design.style(region.flow_style);
  return style == nullptr ? Writing::horizontal : style->writing;
}

/// As long as a line of it may be: the leg's width; vertical: its height.
Length line_length(const Template& design, const Region& region) {
  const LegSpec& leg = region.legs.front();
  return writing_of(design, region) == Writing::vertical ? design.grid.row * leg.rows.count() : leg.width;
}

template <typename T>
void add(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

std::optional<FlowTrouble> flow_trouble(const Template& design, const Region& before, const Region& next) {
  if (before.legs.empty() || next.legs.empty()) return std::nullopt;
  if (writing_of(design, before) != writing_of(design, next)) return FlowTrouble{Code::chain_writings, {next.id, before.id}};
  const Length first = line_length(design, before), second = line_length(design, next);
  if (first == second) return std::nullopt;
  const auto in_em = [&](Length length) { return decimal(length.count(), design.grid.em.count(), 4); };
  return FlowTrouble{Code::chain_measures, {next.id, in_em(second), before.id, in_em(first)}};
}

void append(Region& chain, const Region& next) {
  if (chain.legs.empty()) chain.flow_style = next.flow_style;
  if (!chain.picture) chain.picture = next.picture;
  add(chain.slots, next.slots);
  add(chain.legs, next.legs);
  add(chain.rules, next.rules);
  add(chain.regions, next.regions);
  add(chain.whites, next.whites);
}

}  // namespace paiban::document
