#pragma once
// 数字报: a set issue as a folder of pages that any browser opens, without a server.

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine.hpp"
#include "render/context.hpp"

namespace paiban::digital {

/// A file of the edition, by its path in the edition's folder: "articles/lead.html".
struct EditionFile {
  std::string path;
  std::string bytes;
};

struct EditionWish {
  Language language = Language::chinese;  ///< of the words around the paper's own
  /// Where the editions of other issues are, from this one's folder: "../{issue}", {issue} standing for the number or the date
  /// by which a correction names the issue. Empty: they are named, not linked to.
  std::string others;
};

/// Every file of the edition of `edition`, in a fixed order: index.html, a page for each page and each article, images of the
/// pages, the articles' pictures, edition.json. All links are relative. `context` has the pictures. The same edition gives the
/// same bytes. Errors: those of render_png.
[[nodiscard]] Result<std::vector<EditionFile>> digital_edition(const Edition& edition, const EditionWish& wish,
                                                               render::RenderContext& context);

}  // namespace paiban::digital
