#pragma once
// A PDF in memory, to be changed: the owner of qpdf's object, and the fence for its exceptions.

#include <cstdint>
#include <exception>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string>
#include <type_traits>
#include <utility>

#include "base/diagnostic.hpp"

namespace paiban::finish {

/// A fault of ours, or of what Cairo drew: pdf_not_finished with `reason`.
[[nodiscard]] Diagnostic not_finished(std::string reason);

/// Does `work`, which may call qpdf: an exception of qpdf's becomes pdf_not_finished.
template <typename Work>
[[nodiscard]] std::invoke_result_t<Work> guarded(Work work) try {
  return work();
} catch (const std::exception& trouble) {
  return tl::unexpected(not_finished(trouble.what()));
}

/// How small objects are kept.
enum class Objects : std::uint8_t {
  plain,   ///< each by itself, with a cross-reference table
  packed,  ///< deflated, in object streams (from PDF 1.5 on): the tags of a page take a tenth of the room
};

class PdfDocument {
 public:
  /// Error: pdf_not_finished where `bytes` are no PDF, or one that would have to be repaired.
  [[nodiscard]] static Result<PdfDocument> parse(std::string bytes);

  /// Calls on it may throw: only below guarded().
  [[nodiscard]] QPDF& qpdf() { return *pdf_; }

  /// The whole file: `version` ("1.4"), streams as they are and new ones deflated, the metadata in the clear, an ID that depends
  /// on the contents alone. Errors: pdf_not_finished, also for any warning of qpdf's.
  [[nodiscard]] Result<std::string> write(const std::string& version, Objects objects = Objects::plain);

 private:
  std::unique_ptr<std::string> bytes_;  // qpdf reads on in them
  std::unique_ptr<QPDF> pdf_;
};

}  // namespace paiban::finish
