#include "preflight/preflight.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <qpdf/QPDFLogger.hh>

#include "base/message_table.hpp"
#include "preflight/parts.hpp"
#include "preflight/xmp.hpp"

namespace paiban::preflight {
namespace {

constexpr std::size_t header_within = 1'024;
constexpr std::size_t most_bytes = std::size_t{512} << 20U;
constexpr std::size_t most_warnings = 5;

tl::unexpected<Diagnostic> unreadable(std::string why) {
  return tl::unexpected(Diagnostic{Code::pdf_unreadable, {}, {std::move(why)}, {}, {}});
}

/// What qpdf had to mend, in its own words; it knows no Chinese.
void report_warnings(QPDF& pdf, Bill& bill) {
  std::size_t left = most_warnings;
  for (const QPDFExc& warning : pdf.getWarnings()) {
    if (left-- == 0) return;
    bill.add(Check::structure, {}, {warning.getMessageDetail()});
  }
}

void open(QPDF& pdf, std::string_view bytes) {
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("", bytes.data(), bytes.size());
}

std::vector<Finding> look_at_all(std::string_view bytes, QPDF& pdf, const Expectation& expected) {
  Bill bill(expected.flavour);
  Surroundings file{.bill = bill, .expected = expected};
  check_structure(bytes, pdf, file);
  check_intents(pdf.getRoot(), file);
  check_objects(pdf, file);
  check_metadata(pdf, file);
  check_pages(pdf, file);
  check_tags(pdf, file);
  check_attachments(pdf.getRoot(), file);
  report_warnings(pdf, bill);
  return bill.take();
}

}  // namespace

bool looks_like_pdf(std::string_view bytes) { return bytes.substr(0, header_within).find("%PDF-") != std::string_view::npos; }

// This is the fence: qpdf speaks by exceptions, and none gets out.
Result<std::vector<Finding>> preflight(std::string_view bytes, const Expectation& expected) {
  if (!looks_like_pdf(bytes)) return unreadable("%PDF-");
  if (bytes.size() > most_bytes) return unreadable("> 512 MiB");
  try {
    QPDF pdf;
    open(pdf, bytes);
    return look_at_all(bytes, pdf, expected);
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) {
      Bill bill(expected.flavour);
      bill.add(Check::encryption, {});
      return bill.take();
    }
    return unreadable(error.getMessageDetail());
  } catch (const std::exception& error) {
    return unreadable(error.what());
  }
}

std::optional<finish::Flavour> claimed_flavour(std::string_view bytes) {
  constexpr std::string_view pdfa = "http://www.aiim.org/pdfa/ns/id/", pdfx = "http://www.npes.org/pdfx/ns/id/";
  if (!looks_like_pdf(bytes) || bytes.size() > most_bytes) return std::nullopt;
  try {
    QPDF pdf;
    open(pdf, bytes);
    const std::string packet = bytes_of(get(pdf.getRoot(), "/Metadata")).value_or(std::string());
    const auto part = xmp_value(packet, pdfa, "part");
    if (part == "1") return finish::Flavour::a1b;
    if (part == "2") return finish::Flavour::a2u;
    if (part == "3") return finish::Flavour::a3u;
    if (xmp_value(packet, pdfx, "GTS_PDFXVersion")) return finish::Flavour::x4;
    if (text_of(get(get(pdf.getTrailer(), "/Info"), "/GTS_PDFXVersion"))) return finish::Flavour::x1a;
  } catch (const std::exception&) {
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace paiban::preflight
