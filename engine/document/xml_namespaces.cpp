#include "document/xml_namespaces.hpp"

#include <algorithm>
#include <utility>

#include "base/message_table.hpp"
#include "document/xml_reference.hpp"

namespace paiban::document {
namespace {

constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view xmlns_namespace = "http://www.w3.org/2000/xmlns/";

std::pair<std::string_view, std::string_view> split_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

bool declares_namespace(std::string_view name) { return name == "xmlns" || name.starts_with("xmlns:"); }

}  // namespace

std::optional<NameFault> NamespaceScope::enter(std::string_view element, std::size_t offset,
                                               const std::vector<XmlAttribute>& attributes) {
  for (const XmlAttribute& attribute : attributes) {
    if (!declares_namespace(attribute.name)) continue;
    if (auto fault = bind(attribute)) return fault;
  }
  if (auto fault = check_prefix(element, offset)) return fault;
  return check_attributes(attributes);
}

// §3: "xml" and "xmlns" are bound for good, and nothing else to what they are bound to. §2.2: only the default
// namespace can be taken back.
std::optional<NameFault> NamespaceScope::bind(const XmlAttribute& attribute) {
  const auto [xmlns, local] = split_name(attribute.name);
  const std::string_view prefix = xmlns.empty() ? std::string_view{} : local;
  std::string uri = resolve_references(attribute.value);
  const bool taken_back = uri.empty() && !prefix.empty();
  const bool reserved = prefix == "xmlns" || uri == xmlns_namespace || (prefix == "xml") != (uri == xml_namespace);
  if (taken_back || reserved) return NameFault{Code::xml_bad_namespace, attribute.offset, attribute.name};
  bindings_.push_back({prefix, std::move(uri)});
  return std::nullopt;
}

std::optional<std::string_view> NamespaceScope::uri_of(std::string_view prefix) const {
  if (prefix == "xml") return xml_namespace;
  const auto found =
      std::find_if(bindings_.rbegin(), bindings_.rend(), [prefix](const Binding& b) { return b.prefix == prefix; });
  return found == bindings_.rend() ? std::nullopt : std::optional<std::string_view>(found->uri);
}

std::optional<NameFault> NamespaceScope::check_prefix(std::string_view name, std::size_t offset) const {
  const std::string_view prefix = split_name(name).first;
  if (prefix.empty() || uri_of(prefix)) return std::nullopt;
  return NameFault{Code::xml_unbound_prefix, offset, prefix};
}

// §6.3: two prefixes of one namespace make one name of two.
std::optional<NameFault> NamespaceScope::check_attributes(const std::vector<XmlAttribute>& attributes) const {
  std::vector<std::pair<std::string_view, std::string_view>> seen;  // namespace, local name
  for (const XmlAttribute& attribute : attributes) {
    const auto [prefix, local] = split_name(attribute.name);
    if (prefix.empty() || declares_namespace(attribute.name)) continue;
    if (auto fault = check_prefix(attribute.name, attribute.offset)) return fault;
    const std::pair expanded(*uri_of(prefix), local);
    if (std::ranges::find(seen, expanded) != seen.end()) {
      return NameFault{Code::xml_duplicate_attribute, attribute.offset, attribute.name};
    }
    seen.push_back(expanded);
  }
  return std::nullopt;
}

}  // namespace paiban::document
