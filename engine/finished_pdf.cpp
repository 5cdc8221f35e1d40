#include "finished_pdf.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/message_table.hpp"
#include "colour/profile.hpp"
#include "finish/finish.hpp"
#include "paint/clusters.hpp"
#include "paint/palette.hpp"
#include "pdf_facts.hpp"
#include "preflight/preflight.hpp"
#include "render/pdf.hpp"

namespace paiban {
namespace {

constexpr const char* producer = "paiban " PAIBAN_VERSION;

/// The intent that was made last: a run writes many files for one press, and to deflate its profile costs more than a page.
const finish::OutputIntent& intent_of(const colour::Profile& profile) {
  struct Held {
    std::string bytes;
    finish::OutputIntent intent;
  };
  thread_local Held held;
  if (held.bytes != profile.bytes)
    held = {profile.bytes, finish::make_output_intent(profile.bytes, profile.name, static_cast<int>(samples_of(profile.space)))};
  return held.intent;
}

Result<colour::Profile> press_profile(const std::filesystem::path& data, const std::filesystem::path& icc) {
  return colour::read_press_profile(icc.empty() ? data / "templates" / "profiles" / "newsprint-modelled.icc" : icc);
}

/// A design without any coloured swatch is for a press that prints black alone, and so are its pictures: a day of mourning, an
/// inner sheet.
picture::Plates plates_of(const document::Template& design) {
  const auto coloured = [](const document::Swatch& swatch) { return swatch.cmyk[0] + swatch.cmyk[1] + swatch.cmyk[2] > 0; };
  return std::ranges::any_of(design.swatches, coloured) ? picture::Plates::four : picture::Plates::black;
}

/// The file as others will see it: read again by code that knows nothing of how it was made. What it finds is a fault of ours.
Result<std::string> looked_over(std::string bytes, const preflight::Expectation& expected) {
  const auto findings = preflight::preflight(bytes, expected);
  if (!findings) return tl::unexpected(findings.error());
  for (const preflight::Finding& finding : *findings) {
    const Diagnostic words = to_diagnostic(finding, expected.flavour, {}, Language::english);
    if (gravity_of(words.code) == Gravity::warning) continue;
    const std::string sentence = std::string(code_name(words.code)) + " " + message_of(words, Language::english) + " (" +
                                 place_words(finding, expected.flavour, Language::english) + ")";
    return tl::unexpected(Diagnostic{Code::pdf_not_finished, {}, {sentence}, {}, {}});
  }
  return bytes;
}

/// The pages as they are kept: every glyph says its character.
std::vector<paint::DisplayList> readable(const Edition& edition) {
  std::vector<paint::DisplayList> lists = edition.lists;
  for (paint::DisplayList& list : lists) paint::part_clusters(list);
  return lists;
}

Result<std::string> press_pdf(const Edition& edition, const PdfWish& wish, render::RenderContext& context) {
  const paint::Palette palette(edition.lists);
  finish::Facts facts = pdf_facts(edition, producer);
  facts.bleed = edition.plan.design.bleed;
  facts.inks.assign(palette.inks().begin(), palette.inks().end());
  const auto profile = press_profile(wish.data, wish.icc);
  if (!profile) return tl::unexpected(profile.error());
  constexpr std::int64_t per_cent = 100;  // of a Ratio's ten-thousandths
  const document::Template& design = edition.plan.design;
  const render::PressPictures pictures{{*profile, Ratio{design.ink_limit * per_cent}}, plates_of(design)};
  auto drawn = render::render_pdf(edition.lists, context, {facts.bleed, &palette, &pictures});
  if (!drawn) return drawn;
  auto finished = finish::finish(*std::move(drawn), facts, wish.flavour, intent_of(*profile));
  if (!finished) return finished;
  return looked_over(*std::move(finished), {wish.flavour, preflight::Depth::quick, profile->bytes, design.ink_limit});
}

Result<std::string> archive_pdf(const Edition& edition, const PdfWish& wish, render::RenderContext& context) {
  show_inks(wish.data, wish.icc, context);
  finish::Facts facts = pdf_facts(edition, producer);
  add_archive_facts(edition, facts);
  auto drawn = render::render_pdf(readable(edition), context, {}, render::Marks::stretches);
  if (!drawn) return drawn;
  auto finished = finish::finish(*std::move(drawn), facts, wish.flavour, intent_of(colour::srgb()));
  if (!finished) return finished;
  return looked_over(*std::move(finished), {wish.flavour, preflight::Depth::quick});
}

}  // namespace

void show_inks(const std::filesystem::path& data, const std::filesystem::path& icc, render::RenderContext& context) {
  std::optional<colour::Profile>& press = context.colours().press;
  if (press || !context.pictures().holds_plain(picture::PictureColour::cmyk)) return;
  if (auto profile = press_profile(data, icc)) press = *std::move(profile);
}

Result<std::string> finished_pdf(const Edition& edition, const PdfWish& wish, render::RenderContext& context) {
  return is_for_press(wish.flavour) ? press_pdf(edition, wish, context) : archive_pdf(edition, wish, context);
}

}  // namespace paiban
