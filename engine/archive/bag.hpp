#pragma once
// What is kept of an issue: a BagIt bag (RFC 8493) with METS, ALTO, PREMIS, pages, text and source.

#include <filesystem>
#include <string>
#include <vector>

#include "engine.hpp"
#include "font/font_catalogue.hpp"
#include "render/context.hpp"

namespace paiban::archive {

/// A file of a bag, by its path inside it: "data/alto/0001.xml".
struct BagFile {
  std::string path;
  std::string bytes;
};

/// A PDF that goes into the bag, as it was made for `name`: "press", "archive".
struct BagPdf {
  std::string name;
  std::string bytes;
};

/// What a bag is made of.
struct BagSource {
  const Edition& edition;
  std::filesystem::path issue;  ///< the issue's file; its folder has the pictures
  std::filesystem::path data;   ///< Request::data: templates and faces
  const font::FontCatalogue& fonts;
  std::vector<BagPdf> pdfs;
};

/// Every file of the bag, the sums last, in the order in which they are written. The same inputs give the same bytes.
[[nodiscard]] Result<std::vector<BagFile>> make_bag(const BagSource& source, render::RenderContext& context);

}  // namespace paiban::archive
