#include "finished_pdf.hpp"

#include "render/pdf.hpp"

namespace paiban {

Result<std::string> finished_pdf(const Edition& edition, const PdfWish& /*wish*/, render::RenderContext& context) {
  return render::render_pdf(edition.lists, context);
}

}  // namespace paiban
