#pragma once
// Content streams (ISO 32000-1, 7.8.2), operator by operator, as they stand: nothing is copied and nothing understood but where
// a token ends.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "base/diagnostic.hpp"

namespace paiban::finish {

/// An operator with what stands before it. Views into the content.
struct Operation {
  std::string_view name;
  std::string_view whole;                      ///< from the first operand to the end of the operator
  std::span<const std::string_view> operands;  ///< the first most_operands; an array or a dictionary is one
};

class ContentScanner {
 public:
  /// No operator has more, but for SCN, which has no business here.
  static constexpr std::size_t most_operands = 6;

  /// `content` must outlive the scanner and what it gives.
  explicit ContentScanner(std::string_view content) : content_(content) {}

  /// The next operation; nullopt at the end. Its operands stand until the next call. Error: pdf_not_finished for a string, an
  /// array or a dictionary that does not end, operands without an operator, and pictures inside the content (BI), whose bytes
  /// could be taken for operators.
  [[nodiscard]] Result<std::optional<Operation>> next();

 private:
  /// The end of the token that begins at `at_`; npos where it does not end.
  [[nodiscard]] std::size_t token_end() const;
  [[nodiscard]] std::size_t string_end() const;
  void skip_blanks();

  std::string_view content_;
  std::size_t at_ = 0;
  std::array<std::string_view, most_operands> operands_{};
};

}  // namespace paiban::finish
