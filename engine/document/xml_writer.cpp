#include "document/xml_writer.hpp"

#include <fmt/format.h>

namespace paiban::document {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

Attributes& Attributes::add(std::string_view name, std::string_view value) {
  text_ += fmt::format(" {}=\"{}\"", name, escaped(value));
  return *this;
}

void XmlLines::line(std::string_view text) { out_ += fmt::format("{}{:{}}{}\n", indent_, "", 2 * depth_, text); }

void XmlLines::open(std::string_view name, const Attributes& attributes) {
  line(fmt::format("<{}{}{}>", prefix_, name, attributes.text()));
  ++depth_;
}

void XmlLines::close(std::string_view name) {
  --depth_;
  line(fmt::format("</{}{}>", prefix_, name));
}

void XmlLines::whole(std::string_view name, const Attributes& attributes, std::string_view inside) {
  line(fmt::format("<{0}{1}{2}>{3}</{0}{1}>", prefix_, name, attributes.text(), inside));
}

std::string XmlLines::empty_tag(std::string_view name, const Attributes& attributes) const {
  return fmt::format("<{}{}{}/>", prefix_, name, attributes.text());
}

}  // namespace paiban::document
