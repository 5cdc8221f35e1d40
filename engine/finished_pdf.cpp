#include "finished_pdf.hpp"

#include <utility>

#include "colour/profile.hpp"
#include "finish/finish.hpp"
#include "paint/palette.hpp"
#include "pdf_facts.hpp"
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

Result<colour::Profile> press_profile(const PdfWish& wish) {
  return colour::read_press_profile(wish.icc.empty() ? wish.data / "templates" / "profiles" / "newsprint-modelled.icc" : wish.icc);
}

Result<std::string> press_pdf(const Edition& edition, const PdfWish& wish, render::RenderContext& context) {
  const paint::Palette palette(edition.lists);
  finish::Facts facts = pdf_facts(edition, producer);
  facts.bleed = edition.plan.design.bleed;
  facts.inks.assign(palette.inks().begin(), palette.inks().end());
  const auto profile = press_profile(wish);
  if (!profile) return tl::unexpected(profile.error());
  auto drawn = render::render_pdf(edition.lists, context, {facts.bleed, &palette});
  if (!drawn) return drawn;
  return finish::finish(*std::move(drawn), facts, wish.flavour, intent_of(*profile));
}

Result<std::string> archive_pdf(const Edition& edition, const PdfWish& wish, render::RenderContext& context) {
  auto drawn = render::render_pdf(edition.lists, context);
  if (!drawn) return drawn;
  return finish::finish(*std::move(drawn), pdf_facts(edition, producer), wish.flavour, intent_of(colour::srgb()));
}

}  // namespace

Result<std::string> finished_pdf(const Edition& edition, const PdfWish& wish, render::RenderContext& context) {
  return is_for_press(wish.flavour) ? press_pdf(edition, wish, context) : archive_pdf(edition, wish, context);
}

}  // namespace paiban
