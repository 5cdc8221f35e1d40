#include "preflight/checks.hpp"

#include <algorithm>
#include <array>

#include "base/message_table.hpp"

namespace paiban::preflight {
namespace {

// clang-format off
constexpr auto rows = std::to_array<CheckRow>({
  // check, name, message: x4, x1a, a2u, a3u, a1b
  {Check::header, "header", Code::pdf_version,
   "ISO 15930-7; ISO 32000-1 7.5.2", "ISO 15930-4; PDF 1.4 3.4.1", "ISO 19005-2 6.1.2", "ISO 19005-3 6.1.2", "ISO 19005-1 6.1.2"},
  {Check::structure, "structure", Code::pdf_damaged,
   "ISO 32000-1 7.5.4, 7.3.8", "PDF 1.4 3.4.3, 3.2.7", "ISO 19005-2 6.1.4, 6.1.7.1", "ISO 19005-3 6.1.4, 6.1.7.1", "ISO 19005-1 6.1.4, 6.1.7"},
  {Check::encryption, "encryption", Code::pdf_encrypted,
   "ISO 15930-7; ISO 32000-1 7.6", "ISO 15930-4; PDF 1.4 3.5", "ISO 19005-2 6.1.3", "ISO 19005-3 6.1.3", "ISO 19005-1 6.1.3"},
  {Check::trailer_id, "trailer-id", Code::pdf_without_id,
   "ISO 15930-7; ISO 32000-1 14.4", "ISO 15930-4; PDF 1.4 9.3", "ISO 19005-2 6.1.3", "ISO 19005-3 6.1.3", "ISO 19005-1 6.1.3"},
  {Check::limits, "limits", Code::pdf_beyond_limits,
   "ISO 32000-1 annex C", "PDF 1.4 appendix C", "ISO 19005-2 6.1.13", "ISO 19005-3 6.1.13", "ISO 19005-1 6.1.12"},
  {Check::action, "action", Code::pdf_active,
   "ISO 15930-7; ISO 32000-1 12.6", "ISO 15930-4; PDF 1.4 8.5", "ISO 19005-2 6.5", "ISO 19005-3 6.5", "ISO 19005-1 6.6"},
  {Check::annotation, "annotation", Code::pdf_annotation,
   "ISO 15930-7; ISO 32000-1 12.5", "ISO 15930-4; PDF 1.4 8.4", "ISO 19005-2 6.3", "ISO 19005-3 6.3", "ISO 19005-1 6.5"},
  {Check::form_field, "form-field", Code::pdf_forbidden,
   "ISO 15930-7; ISO 32000-1 12.7", "ISO 15930-4; PDF 1.4 8.6", "ISO 19005-2 6.4", "ISO 19005-3 6.4", "ISO 19005-1 6.9"},
  {Check::device_setting, "device-setting", Code::pdf_forbidden,
   "ISO 15930-7; ISO 32000-1 10.4", "ISO 15930-4; PDF 1.4 6.3", "ISO 19005-2 6.2.5", "ISO 19005-3 6.2.5", "ISO 19005-1 6.2.8"},
  {Check::postscript, "postscript", Code::pdf_forbidden,
   "ISO 15930-7; ISO 32000-1 8.8.2", "ISO 15930-4; PDF 1.4 4.7.1", "ISO 19005-2 6.2.9", "ISO 19005-3 6.2.9", "ISO 19005-1 6.2.5, 6.2.7"},
  {Check::proxy, "proxy", Code::pdf_forbidden,
   "ISO 15930-7; ISO 32000-1 14.11.7", "ISO 15930-4; PDF 1.4 9.10.6", "ISO 19005-2 6.2.8, 6.2.9", "ISO 19005-3 6.2.8, 6.2.9", "ISO 19005-1 6.2.4, 6.2.5, 6.2.6"},
  {Check::filter, "filter", Code::pdf_forbidden,
   "ISO 15930-7; ISO 32000-1 7.4.4", "ISO 15930-4; PDF 1.4 3.3", "ISO 19005-2 6.1.7.2", "ISO 19005-3 6.1.7.2", "ISO 19005-1 6.1.10"},
  {Check::external_stream, "external-stream", Code::pdf_forbidden,
   "ISO 15930-7; ISO 32000-1 7.3.8", "ISO 15930-4; PDF 1.4 3.2.7", "ISO 19005-2 6.1.7.1", "ISO 19005-3 6.1.7.1", "ISO 19005-1 6.1.7"},
  {Check::layer, "layer", Code::pdf_forbidden,
   "", "ISO 15930-4", "", "", "ISO 19005-1 6.1.13"},
  {Check::font_embedded, "font-embedded", Code::font_not_embedded,
   "ISO 15930-7; ISO 32000-1 9.9", "ISO 15930-4; PDF 1.4 5.8", "ISO 19005-2 6.2.11.4.1", "ISO 19005-3 6.2.11.4.1", "ISO 19005-1 6.3.4"},
  {Check::font_entries, "font-entries", Code::font_incomplete,
   "ISO 32000-1 9.6, 9.7", "PDF 1.4 5.5, 5.6", "ISO 19005-2 6.2.11.2, 6.2.11.3", "ISO 19005-3 6.2.11.2, 6.2.11.3", "ISO 19005-1 6.3.2, 6.3.3"},
  {Check::font_widths, "font-widths", Code::font_widths_differ,
   "ISO 15930-7; ISO 32000-1 9.7.4.3", "ISO 15930-4; PDF 1.4 5.6.3", "ISO 19005-2 6.2.11.5", "ISO 19005-3 6.2.11.5", "ISO 19005-1 6.3.6"},
  {Check::font_unicode, "font-unicode", Code::font_without_unicode,
   "", "", "ISO 19005-2 6.2.11.7.2", "ISO 19005-3 6.2.11.7.2", ""},
  {Check::code_unicode, "code-unicode", Code::code_without_unicode,
   "", "", "ISO 19005-2 6.2.11.7.2", "ISO 19005-3 6.2.11.7.2", ""},
  {Check::notdef, "notdef", Code::notdef_shown,
   "ISO 15930-7", "house; ISO 15930-4", "ISO 19005-2 6.2.11.8", "ISO 19005-3 6.2.11.8", "house; ISO 19005-1 6.3.5"},
  {Check::glyph_present, "glyph-present", Code::glyph_not_in_font,
   "ISO 15930-7; ISO 32000-1 9.9", "ISO 15930-4; PDF 1.4 5.8", "ISO 19005-2 6.2.11.4.1", "ISO 19005-3 6.2.11.4.1", "ISO 19005-1 6.3.5"},
  {Check::font_set, "font-set", Code::font_set_wrong,
   "", "", "ISO 19005-2 6.2.11.4.2", "ISO 19005-3 6.2.11.4.2", "ISO 19005-1 6.3.5"},
  {Check::operator_known, "operator", Code::operator_unknown,
   "ISO 15930-7; ISO 32000-1 annex A", "ISO 15930-4; PDF 1.4 appendix A", "ISO 19005-2 6.2.2", "ISO 19005-3 6.2.2", "ISO 19005-1 6.2.10"},
  {Check::operands, "operands", Code::operator_operands,
   "ISO 32000-1 7.8.2", "PDF 1.4 3.7.1", "ISO 19005-2 6.2.2", "ISO 19005-3 6.2.2", "ISO 19005-1 6.2.10"},
  {Check::resource, "resource", Code::resource_missing,
   "ISO 32000-1 7.8.3", "PDF 1.4 3.7.2", "ISO 19005-2 6.2.2", "ISO 19005-3 6.2.2", "PDF 1.4 3.7.2"},
  {Check::state, "state", Code::state_unbalanced,
   "ISO 32000-1 8.4.2, 14.6.1", "PDF 1.4 4.3.1, 9.5", "ISO 32000-1 8.4.2; ISO 19005-2 6.1.13", "ISO 32000-1 8.4.2; ISO 19005-3 6.1.13", "PDF 1.4 4.3.1; ISO 19005-1 6.1.12"},
  {Check::screen_colour, "screen-colour", Code::colour_of_screen,
   "house; GWG 2015 CMYK", "ISO 15930-4", "", "", ""},
  {Check::device_colour, "device-colour", Code::colour_off_intent,
   "ISO 15930-7; ISO 32000-1 8.6.4", "ISO 15930-4; PDF 1.4 4.5.3", "ISO 19005-2 6.2.4.3", "ISO 19005-3 6.2.4.3", "ISO 19005-1 6.2.3.3"},
  {Check::intent, "intent", Code::intent_missing,
   "ISO 15930-7; ISO 32000-1 14.11.5", "ISO 15930-4; PDF 1.4 9.10.4", "house; ISO 19005-2 6.2.3", "house; ISO 19005-3 6.2.3", "house; ISO 19005-1 6.2.2"},
  {Check::intent_profile, "intent-profile", Code::intent_unfit,
   "ISO 15930-7; ISO 32000-1 14.11.5", "ISO 15930-4; PDF 1.4 9.10.4", "ISO 19005-2 6.2.3", "ISO 19005-3 6.2.3", "ISO 19005-1 6.2.2"},
  {Check::box, "box", Code::box_missing,
   "ISO 15930-7; ISO 32000-1 14.11.2", "ISO 15930-4; PDF 1.4 9.10.1", "ISO 32000-1 7.7.3.3", "ISO 32000-1 7.7.3.3", "PDF 1.4 3.6.2"},
  {Check::nesting, "nesting", Code::boxes_not_nested,
   "ISO 15930-7; ISO 32000-1 14.11.2", "ISO 15930-4; PDF 1.4 9.10.1", "ISO 32000-1 14.11.2", "ISO 32000-1 14.11.2", "PDF 1.4 9.10.1"},
  {Check::metadata, "metadata", Code::xmp_missing,
   "ISO 15930-7; ISO 32000-1 14.3.2", "", "ISO 19005-2 6.6.2.1", "ISO 19005-3 6.6.2.1", "ISO 19005-1 6.7.2"},
  {Check::metadata_form, "metadata-form", Code::xmp_malformed,
   "ISO 15930-7; ISO 32000-1 14.3.2", "ISO 15930-4", "ISO 19005-2 6.6.2.1", "ISO 19005-3 6.6.2.1", "ISO 19005-1 6.7.2, 6.7.9"},
  {Check::identifier, "identifier", Code::identifier_unfit,
   "ISO 15930-7", "ISO 15930-4", "ISO 19005-2 6.6.4", "ISO 19005-3 6.6.4", "ISO 19005-1 6.7.11"},
  {Check::metadata_sync, "metadata-sync", Code::xmp_differs,
   "ISO 15930-7", "ISO 15930-4", "ISO 19005-2 6.1.5", "ISO 19005-3 6.1.5", "ISO 19005-1 6.7.3"},
  {Check::info, "info", Code::info_missing,
   "ISO 15930-7", "ISO 15930-4", "", "", ""},
  {Check::trapped, "trapped", Code::trapped_unknown,
   "ISO 15930-7; ISO 32000-1 14.11.6", "ISO 15930-4; PDF 1.4 9.10.5", "", "", ""},
  {Check::transparency, "transparency", Code::transparency_forbidden,
   "house: none is needed", "ISO 15930-4", "", "", "ISO 19005-1 6.4"},
  {Check::blend_space, "blend-space", Code::transparency_space,
   "ISO 15930-7; GWG 2015 4.25", "", "ISO 19005-2 6.2.10", "ISO 19005-3 6.2.10", ""},
  {Check::interpolation, "interpolation", Code::picture_interpolated,
   "house", "house", "ISO 19005-2 6.2.8.1", "ISO 19005-3 6.2.8.1", "ISO 19005-1 6.2.4"},
  {Check::tagging, "tagging", Code::pdf_not_tagged,
   "", "", "house; ISO 14289-1 7.1", "house; ISO 14289-1 7.1", ""},
  {Check::alternative, "alternative", Code::figure_without_text,
   "", "", "house; ISO 14289-1 7.3", "house; ISO 14289-1 7.3", ""},
  {Check::marked_content, "marked-content", Code::content_untagged,
   "", "", "house; ISO 14289-1 7.1", "house; ISO 14289-1 7.1", ""},
  {Check::tag_tree, "tag-tree", Code::tag_tree_wrong,
   "", "", "ISO 32000-1 14.7.4.4", "ISO 32000-1 14.7.4.4", ""},
  {Check::attachment, "attachment", Code::attachment_unfit,
   "house", "ISO 15930-4", "ISO 19005-2 6.8", "ISO 19005-3 6.8", "ISO 19005-1 6.1.11"},
  {Check::ink, "ink", Code::ink_over_limit,
   "GWG 2015 4.22", "GWG 2015 4.22", "", "", ""},
  {Check::small_text, "small-text", Code::small_text_on_plates,
   "GWG 2015 4.16", "GWG 2015 4.16", "", "", ""},
  {Check::thin_rule, "thin-rule", Code::thin_rule_on_plates,
   "GWG 2015 4.17", "GWG 2015 4.17", "", "", ""},
  {Check::rich_black, "rich-black", Code::rich_black_text,
   "GWG 2015 4.15", "GWG 2015 4.15", "", "", ""},
  {Check::white_overprint, "white-overprint", Code::white_overprints,
   "GWG 2015 4.8, 4.9", "GWG 2015 4.8, 4.9", "", "", ""},
  {Check::black_knockout, "black-knockout", Code::black_knocks_out,
   "GWG 2015 4.10", "GWG 2015 4.10", "", "", ""},
  {Check::coarse_picture, "coarse-picture", Code::picture_coarse_in_pdf,
   "GWG 2015 4.26", "GWG 2015 4.26", "", "", ""},
  {Check::rather_coarse_picture, "rather-coarse-picture", Code::picture_rather_coarse_in_pdf,
   "GWG 2015 4.26", "GWG 2015 4.26", "", "", ""},
});
// clang-format on

static_assert(std::ranges::all_of(rows, [](const CheckRow& row) { return &row - rows.data() == static_cast<int>(row.check); }),
              "the rows stand in the order of the enumerators, none left out");

}  // namespace

const CheckRow& row_of(Check check) { return rows[static_cast<std::size_t>(check)]; }

std::string_view clause_of(Check check, finish::Flavour flavour) {
  const CheckRow& row = row_of(check);
  switch (flavour) {
    case finish::Flavour::x4:
      return row.x4;
    case finish::Flavour::x1a:
      return row.x1a;
    case finish::Flavour::a2u:
      return row.a2;
    case finish::Flavour::a3u:
      return row.a3;
    case finish::Flavour::a1b:
      return row.a1b;
  }
  return {};
}

}  // namespace paiban::preflight
