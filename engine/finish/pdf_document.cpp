#include "finish/pdf_document.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

#include "base/message_table.hpp"

namespace paiban::finish {
namespace {

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
    QPDFWriter writer(*pdf_);
    writer.setOutputMemory();
    writer.forcePDFVersion(version);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setNewlineBeforeEndstream(true);  // PDF/A counts a stream's bytes up to there
    writer.setDeterministicID(true);
    writer.write();
    if (auto sound = without_warnings(*pdf_); !sound) return tl::unexpected(sound.error());
    const std::unique_ptr<Buffer> written(writer.getBuffer());
    return std::string(reinterpret_cast<const char*>(written->getBuffer()), written->getSize());
  });
}

}  // namespace paiban::finish
