#pragma once
// Prefixes and what they are bound to (Namespaces in XML 1.0, third edition).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::document {

/// An attribute as it stands in the file.
struct XmlAttribute {
  std::string_view name, value;  ///< references unresolved
  std::size_t offset = 0;        ///< of the name, in bytes
};

/// What is wrong with a name, and where.
struct NameFault {
  Code code{};
  std::size_t offset = 0;
  std::string_view name;
};

/// The bindings in force while a file is read from its start to its end.
class NamespaceScope {
 public:
  /// Takes in what the tag of `element` declares, then looks at its names. Its `attributes` have different names.
  [[nodiscard]] std::optional<NameFault> enter(std::string_view element, std::size_t offset,
                                               const std::vector<XmlAttribute>& attributes);
  /// How many bindings there are; leave(size()) of before ends an element.
  [[nodiscard]] std::size_t size() const { return bindings_.size(); }
  void leave(std::size_t size) { bindings_.resize(size); }

 private:
  struct Binding {
    std::string_view prefix;  // empty: the default namespace
    std::string uri;
  };
  [[nodiscard]] std::optional<NameFault> bind(const XmlAttribute& attribute);
  [[nodiscard]] std::optional<NameFault> check_prefix(std::string_view name, std::size_t offset) const;
  [[nodiscard]] std::optional<NameFault> check_attributes(const std::vector<XmlAttribute>& attributes) const;
  [[nodiscard]] std::optional<std::string_view> uri_of(std::string_view prefix) const;

  std::vector<Binding> bindings_;
};

}  // namespace paiban::document
