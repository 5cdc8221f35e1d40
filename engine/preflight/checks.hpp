#pragma once
// The table of checks: a row each, with the flavours that it holds for and the clause that it stands for.
// Sources: for ISO 19005 the rules that veraPDF publishes, for files themselves ISO 32000-1. The text of ISO 15930 is not public,
// and secondary sources differ on its clauses: rows name the part, and the clause of ISO 32000-1 that says how the thing is
// written. Clauses help to look a thing up; they were not compared with the printed standards row by row. "house" is what this
// paper wants beyond.

#include <cstdint>
#include <string_view>

#include "base/diagnostic.hpp"
#include "finish/flavour.hpp"

namespace paiban::preflight {

enum class Check : std::uint8_t {
  header,
  structure,
  encryption,
  trailer_id,
  limits,
  action,
  annotation,
  form_field,
  device_setting,
  postscript,
  proxy,
  filter,
  external_stream,
  layer,
  font_embedded,
  font_entries,
  font_widths,
  font_unicode,
  code_unicode,
  notdef,
  glyph_present,
  font_set,
  operator_known,
  operands,
  resource,
  state,
  screen_colour,
  device_colour,
  intent,
  intent_profile,
  box,
  nesting,
  metadata,
  metadata_form,
  identifier,
  metadata_sync,
  info,
  trapped,
  transparency,
  blend_space,
  interpolation,
  tagging,
  alternative,
  marked_content,
  tag_tree,
  attachment,
  ink,
  small_text,
  thin_rule,
  rich_black,
  white_overprint,
  black_knockout,
  coarse_picture,
  rather_coarse_picture,
};

struct CheckRow {
  Check check;
  std::string_view name;  ///< "font-embedded"
  Code code;
  std::string_view x4, x1a, a2, a3, a1b;  ///< the clause for each; empty: it does not hold there. a2: a2u
};

[[nodiscard]] const CheckRow& row_of(Check check);

/// The clause that `check` stands for in `flavour`; empty where it does not hold.
[[nodiscard]] std::string_view clause_of(Check check, finish::Flavour flavour);

}  // namespace paiban::preflight
