#include "finish/pdf_document.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

#include "base/message_table.hpp"
#include "finish/deflate.hpp"

namespace paiban::finish {
namespace {

// What is finished is a little larger than what was drawn, by a profile and metadata.
constexpr std::size_t room_for_more = std::size_t{256} << 10U;

constexpr const char* file_name = "PDF";  // in qpdf's messages

Result<void> without_warnings(QPDF& pdf) {
  const std::vector<QPDFExc> warnings = pdf.getWarnings();
  if (!warnings.empty()) return tl::unexpected(not_finished(warnings.front().what()));
  return {};
}

/// Puts an ID that depends on all bytes in the place of qpdf's static one, in the trailer. It need only tell files apart: the MD5
/// that qpdf would take for it costs a third of the whole pass. False where there is no such place.
bool put_id(std::string& bytes) {
  constexpr std::string_view place = "/ID [<31415926535897932384626433832795><31415926535897932384626433832795>]";
  const std::size_t at = bytes.rfind(place);
  if (at == std::string::npos) return false;
  const Sums whole = sums_of(bytes), half = sums_of(std::string_view(bytes).substr(bytes.size() / 2));
  const std::string id = fmt::format("{:08x}{:08x}{:08x}{:08x}", whole.crc, whole.adler, half.crc, half.adler);
  bytes.replace(at, place.size(), fmt::format("/ID [<{0}><{0}>]", id));
  return true;
}

}  // namespace

Diagnostic not_finished(std::string reason) { return Diagnostic{Code::pdf_not_finished, {}, {std::move(reason)}, {}, {}}; }

Result<PdfDocument> PdfDocument::parse(std::string bytes) {
  return guarded([&]() -> Result<PdfDocument> {
    PdfDocument document;
    document.bytes_ = std::make_unique<std::string>(std::move(bytes));
    document.pdf_ = std::make_unique<QPDF>();
    document.pdf_->setSuppressWarnings(true);
    document.pdf_->setAttemptRecovery(false);
    document.pdf_->processMemoryFile(file_name, document.bytes_->data(), document.bytes_->size());
    if (auto sound = without_warnings(*document.pdf_); !sound) return tl::unexpected(sound.error());
    return document;
  });
}

Result<std::string> PdfDocument::write(const std::string& version, Objects objects) {
  return guarded([&]() -> Result<std::string> {
    pdf_->getTrailer().removeKey("/ID");  // the drawing's own, if any, says nothing
    std::string written;
    written.reserve(bytes_->size() + room_for_more);
    Pl_String sink("PDF", nullptr, written);
    QPDFWriter writer(*pdf_);
    writer.setOutputPipeline(&sink);
    writer.forcePDFVersion(version);
    writer.setObjectStreamMode(objects == Objects::packed ? qpdf_o_generate : qpdf_o_disable);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setNewlineBeforeEndstream(true);  // PDF/A counts a stream's bytes up to there
    writer.setStaticID(true);
    writer.write();
    if (auto sound = without_warnings(*pdf_); !sound) return tl::unexpected(sound.error());
    if (!put_id(written)) return tl::unexpected(not_finished("no place for its ID"));
    return written;
  });
}

}  // namespace paiban::finish
