#include "finished_pdf.hpp"

#include <utility>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "finish/finish.hpp"
#include "paint/palette.hpp"
#include "pdf_facts.hpp"
#include "render/pdf.hpp"

namespace paiban {
namespace {

constexpr const char* producer = "paiban " PAIBAN_VERSION;

// 出血: what is printed beyond the trimmed page, so that no white shows where the knife is out. The trade's usual.
constexpr Length bleed = millimetres(3);

// The press's own profile of newsprint is 3 MB at most.
constexpr std::size_t most_profile_bytes = std::size_t{16} << 20U;

Result<finish::OutputIntent> press_intent(const PdfWish& wish) {
  const auto path = wish.icc.empty() ? wish.data / "templates" / "profiles" / "newsprint-modelled.icc" : wish.icc;
  auto profile = read_whole(path, most_profile_bytes);
  if (!profile) return tl::unexpected(Diagnostic{Code::cannot_read, {}, {path.string(), profile.error()}, {}, {}});
  return finish::make_output_intent(*profile, "coldset newsprint, modelled", 4);
}

Result<std::string> press_pdf(const Edition& edition, const PdfWish& wish, render::RenderContext& context) {
  const paint::Palette palette(edition.lists);
  finish::Facts facts = pdf_facts(edition, producer);
  facts.bleed = bleed;
  facts.inks.assign(palette.inks().begin(), palette.inks().end());
  const auto intent = press_intent(wish);
  if (!intent) return tl::unexpected(intent.error());
  auto drawn = render::render_pdf(edition.lists, context, {bleed, &palette});
  if (!drawn) return drawn;
  return finish::finish(*std::move(drawn), facts, wish.flavour, *intent);
}

Result<std::string> archive_pdf(const Edition& edition, const PdfWish& wish, render::RenderContext& context) {
  auto drawn = render::render_pdf(edition.lists, context);
  if (!drawn) return drawn;
  return finish::finish(*std::move(drawn), pdf_facts(edition, producer), wish.flavour, {});
}

}  // namespace

Result<std::string> finished_pdf(const Edition& edition, const PdfWish& wish, render::RenderContext& context) {
  return is_for_press(wish.flavour) ? press_pdf(edition, wish, context) : archive_pdf(edition, wish, context);
}

}  // namespace paiban
