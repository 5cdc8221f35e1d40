#include "finish/archive.hpp"

#include "finish/archive_fonts.hpp"
#include "finish/attachments.hpp"
#include "finish/catalogue.hpp"
#include "finish/navigation.hpp"
#include "finish/pages.hpp"
#include "finish/structure_writer.hpp"

namespace paiban::finish {
namespace {

constexpr const char* a1_pdf = "1.4";
constexpr const char* later_pdf = "1.7";

/// The part of ISO 19005 and its level.
MetadataRows rows_of(Flavour flavour) {
  const bool first = flavour == Flavour::a1b;
  MetadataRows rows;
  rows.xmp.push_back({"pdfaid:part", first ? "1" : flavour == Flavour::a3u ? "3" : "2"});
  rows.xmp.push_back({"pdfaid:conformance", first ? "B" : "U"});
  return rows;
}

}  // namespace

Result<std::string> finish_archive(PdfDocument document, const Facts& facts, Flavour flavour, const OutputIntent& intent) {
  return guarded([&]() -> Result<std::string> {
    QPDF& pdf = document.qpdf();
    if (auto plain = make_plain(pdf); !plain) return tl::unexpected(plain.error());
    const bool first = flavour == Flavour::a1b;
    if (auto complete = complete_fonts(pdf, first ? CharacterSets::listed : CharacterSets::none); !complete)
      return tl::unexpected(complete.error());
    if (auto tagged = write_structure(pdf, facts); !tagged) return tl::unexpected(tagged.error());
    write_navigation(pdf, facts);
    if (flavour == Flavour::a3u) write_attachments(pdf, facts);  // part 2 takes other PDF/A files alone, part 1 none
    set_metadata(pdf, facts, name_of(flavour), rows_of(flavour));
    add_output_intent(pdf, intent, "/GTS_PDFA1");
    return first ? document.write(a1_pdf) : document.write(later_pdf, Objects::packed);
  });
}

}  // namespace paiban::finish
