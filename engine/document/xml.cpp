#include "document/xml.hpp"

#include <algorithm>
#include <utility>

#include "base/message_table.hpp"
#include "document/input_file.hpp"
#include "document/xml_characters.hpp"
#include "document/xml_gate.hpp"

namespace paiban::document {
namespace {

// The gate has passed the file: pugixml need not guess its encoding. White space is kept, since between two inline
// elements it is text.
constexpr unsigned parse_options = pugi::parse_default | pugi::parse_ws_pcdata;

bool is_text(pugi::xml_node node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

// The end of an attribute's value, from the opening quote on.
std::size_t after_value(std::string_view bytes, std::size_t quote) { return bytes.find(bytes[quote], quote + 1) + 1; }

std::string_view prefix_of(pugi::xml_node element) {
  const std::string_view name = element.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

}  // namespace

Result<XmlFile> XmlFile::read(const std::filesystem::path& path, Report& report) {
  Result<std::string> bytes = read_input(path, most_bytes, report);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  return parse(std::move(*bytes), path.string(), report);
}

Result<XmlFile> XmlFile::parse(std::string bytes, std::string_view name, Report& report) {
  XmlFile xml;
  xml.file_ = report.file(name);
  xml.bytes_ = std::move(bytes);
  xml.lines_ = LineTable(xml.bytes_);
  if (xml.bytes_.size() > most_bytes) {
    return tl::unexpected(Diagnostic{Code::file_too_big, {xml.file_, 0, 0}, {std::to_string(most_bytes >> 20U)}, {}, {}});
  }
  if (auto fault = find_xml_fault(xml.bytes_)) {
    return tl::unexpected(Diagnostic{fault->code, xml.place_at(fault->offset), std::move(fault->arguments), {}, {}});
  }
  xml.document_ = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result result =
      xml.document_->load_buffer(xml.bytes_.data(), xml.bytes_.size(), parse_options, pugi::encoding_utf8);
  if (!result) {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
    return tl::unexpected(Diagnostic{Code::xml_malformed, xml.place_at(offset), {result.description()}, {}, {}});
  }
  return xml;
}

std::size_t XmlFile::offset(pugi::xml_node node) const {
  const auto found = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
  // pugixml tells where an element's name is; its "<" stands right before it.
  return node.type() == pugi::node_element ? found - 1 : found;
}

SourcePlace XmlFile::place(pugi::xml_node element, std::string_view attribute) const {
  const std::string_view bytes = bytes_;
  std::size_t at = offset(element) + 1 + std::string_view(element.name()).size();
  while (true) {
    while (is_xml_space(bytes[at])) ++at;
    if (bytes[at] == '>' || bytes[at] == '/') return place(element);
    const std::size_t end = bytes.find_first_of("= \t\r\n", at);
    if (bytes.substr(at, end - at) == attribute) return place_at(at);
    at = after_value(bytes, bytes.find_first_of("\"'", end));
  }
}

std::string_view XmlFile::source_text(pugi::xml_node text) const {
  const std::string_view rest = std::string_view(bytes_).substr(offset(text));
  return rest.substr(0, rest.find(text.type() == pugi::node_cdata ? "]]>" : "<"));
}

std::string_view local_name(pugi::xml_node element) {
  const std::string_view prefix = prefix_of(element);
  return std::string_view(element.name()).substr(prefix.empty() ? 0 : prefix.size() + 1);
}

std::string_view namespace_of(pugi::xml_node element) {
  const std::string_view prefix = prefix_of(element);
  const std::string wanted = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  for (pugi::xml_node node = element; node; node = node.parent())
    if (const pugi::xml_attribute declaration = node.attribute(wanted.c_str())) return declaration.value();
  return {};
}

std::vector<pugi::xml_node> elements_of(pugi::xml_node parent) {
  std::vector<pugi::xml_node> elements;
  for (const pugi::xml_node child : parent)
    if (child.type() == pugi::node_element) elements.push_back(child);
  return elements;
}

std::vector<pugi::xml_node> elements_of(pugi::xml_node parent, std::string_view name) {
  std::vector<pugi::xml_node> elements = elements_of(parent);
  std::erase_if(elements, [name](pugi::xml_node child) { return local_name(child) != name; });
  return elements;
}

pugi::xml_node stray_text_in(pugi::xml_node parent) {
  for (const pugi::xml_node child : parent)
    if (is_text(child) && !std::ranges::all_of(std::string_view(child.value()), is_xml_space)) return child;
  return {};
}

bool is_namespace_declaration(pugi::xml_attribute attribute) {
  const std::string_view name = attribute.name();
  return name == "xmlns" || name.starts_with("xmlns:");
}

}  // namespace paiban::document
