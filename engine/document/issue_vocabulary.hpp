#pragma once
// The words of an issue's XML: which element may stand where, with which attributes. issues/issue.rnc says the same
// for XML editors, and a test holds the two together.

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/xml.hpp"

namespace paiban::document {

inline constexpr std::string_view issue_namespace = "urn:paiban:issue";
inline constexpr std::string_view issue_version = "1";

/// What an element may have.
struct ElementRule {
  std::string_view name;
  std::span<const std::string_view> attributes;
  std::span<const std::string_view> children;
  bool text = false;     ///< characters, besides its children
  bool foreign = false;  ///< what is inside is of another vocabulary, and checked by its own reader
};

/// The rule of an element of the vocabulary; nullptr for a name that is none.
[[nodiscard]] const ElementRule* rule_of(std::string_view name);

/// Everything in `xml` that the vocabulary does not know, each with its place and the word that was probably meant.
[[nodiscard]] std::vector<Diagnostic> check_issue_vocabulary(const XmlFile& xml);

}  // namespace paiban::document
