#pragma once
// A set issue as a PDF of a standard: drawn, finished, and read again before anyone gets it.

#include <filesystem>
#include <string>

#include "engine.hpp"
#include "finish/flavour.hpp"
#include "render/context.hpp"

namespace paiban {

struct PdfWish {
  finish::Flavour flavour = finish::Flavour::x4;
  std::filesystem::path data;  ///< Request::data: where the profiles are
  std::filesystem::path icc;   ///< the press's profile; empty: the template's own
};

/// All pages of `edition`. The same inputs give the same bytes. Errors: those of render_pdf, and groups 13 and 14; what preflight
/// finds in it is pdf_not_finished.
[[nodiscard]] Result<std::string> finished_pdf(const Edition& edition, const PdfWish& wish, render::RenderContext& context);

/// Has `context` show pictures of inks that bring no profile through the press's, if it has any such; else, and where the profile
/// cannot be read, they are shown by the plain formula. For all that is not for the press.
void show_inks(const std::filesystem::path& data, const std::filesystem::path& icc, render::RenderContext& context);

}  // namespace paiban
