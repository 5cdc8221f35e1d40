#include "finish/pdf_document.hpp"

#include <cstddef>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

#include "base/message_table.hpp"

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

Result<std::string> PdfDocument::write(const std::string& version) {
  return guarded([&]() -> Result<std::string> {
    std::string written;
    written.reserve(bytes_->size() + room_for_more);
    Pl_String sink("PDF", nullptr, written);
    QPDFWriter writer(*pdf_);
    writer.setOutputPipeline(&sink);
    writer.forcePDFVersion(version);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setNewlineBeforeEndstream(true);  // PDF/A counts a stream's bytes up to there
    writer.setDeterministicID(true);
    writer.write();
    if (auto sound = without_warnings(*pdf_); !sound) return tl::unexpected(sound.error());
    return written;
  });
}

}  // namespace paiban::finish
