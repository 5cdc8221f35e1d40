#include "document/xml_writer.hpp"

#include <fmt/format.h>

namespace paiban::document {

namespace {

std::string_view reference_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view reference = reference_for(text[i]);
    if (reference.empty()) continue;
    out.append(text, from, i - from).append(reference);
    from = i + 1;
  }
  out.append(text, from);
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
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

XmlStream::XmlStream() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

void XmlStream::end_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

void XmlStream::new_line() { out_.append(1, '\n').append(names_.size(), ' '); }

XmlStream& XmlStream::open(std::string_view name) {
  end_tag();
  new_line();
  out_.append(1, '<').append(name);
  names_.push_back(name);
  in_tag_ = true;
  has_text_ = false;
  return *this;
}

XmlStream& XmlStream::attribute(std::string_view name, std::string_view value) {
  out_.append(1, ' ').append(name).append("=\"");
  append_escaped(out_, value);
  out_ += '"';
  return *this;
}

XmlStream& XmlStream::attribute(std::string_view name, std::int64_t value) {
  const fmt::format_int digits(value);
  return attribute(name, std::string_view(digits.data(), digits.size()));
}

XmlStream& XmlStream::text(std::string_view text) {
  end_tag();
  append_escaped(out_, text);
  has_text_ = true;
  return *this;
}

XmlStream& XmlStream::close() {
  const std::string_view name = names_.back();
  names_.pop_back();
  if (in_tag_) {
    out_ += "/>";
  } else {
    if (!has_text_) new_line();
    out_.append("</").append(name).append(1, '>');
  }
  in_tag_ = has_text_ = false;
  if (names_.empty()) out_ += '\n';
  return *this;
}

}  // namespace paiban::document
