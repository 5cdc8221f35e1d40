#include "finish/attachments.hpp"

#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

#include "finish/catalogue.hpp"
#include "finish/pdf_values.hpp"

namespace paiban::finish {
namespace {

QPDFFileSpecObjectHelper specification(QPDF& pdf, const Attachment& attachment, const std::string& date) {
  auto file = QPDFEFStreamObjectHelper::createEFStream(pdf, attachment.bytes);
  file.setSubtype(attachment.mime);
  file.setCreationDate(date);
  file.setModDate(date);
  auto specification = QPDFFileSpecObjectHelper::createFileSpec(pdf, attachment.name, file);
  specification.setDescription(attachment.description);
  specification.getObjectHandle().replaceKey("/AFRelationship", name("/Source"));
  return specification;
}

}  // namespace

void write_attachments(QPDF& pdf, const Facts& facts) {
  if (facts.attachments.empty()) return;
  QPDFEmbeddedFileDocumentHelper files(pdf);
  QPDFObjectHandle associated = QPDFObjectHandle::newArray();
  for (const Attachment& attachment : facts.attachments) {
    const auto file = specification(pdf, attachment, pdf_date(facts.date));
    files.replaceEmbeddedFile(attachment.name, file);
    associated.appendItem(file.getObjectHandle());
  }
  pdf.getRoot().replaceKey("/AF", associated);
}

}  // namespace paiban::finish
