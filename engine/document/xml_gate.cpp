#include "document/xml_gate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "document/quoted.hpp"
#include "document/xml.hpp"
#include "document/xml_characters.hpp"
#include "document/xml_namespaces.hpp"
#include "document/xml_reference.hpp"

namespace paiban::document {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string code_point_name(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

std::size_t length_of_space(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size() && is_xml_space(text[end])) ++end;
  return end - offset;
}

struct OpenElement {
  std::string_view name;
  std::size_t offset = 0;
  std::size_t bindings = 0;  // how many there were outside it
};

// ---- the grammar ----

// Each step returns false when it has met a fault; the first one is kept.
class Gate {
 public:
  explicit Gate(std::string_view bytes) : bytes_(bytes) {}

  std::optional<XmlFault> run() {
    if (declaration() && characters()) body();
    return std::move(fault_);
  }

 private:
  // A tag of a newspaper has a dozen at most; the limit keeps the search for prefixes short.
  static constexpr std::size_t most_attributes = 64;

  [[nodiscard]] bool ended() const { return at_ >= bytes_.size(); }
  [[nodiscard]] bool sees(std::string_view what) const { return bytes_.substr(at_).starts_with(what); }
  [[nodiscard]] std::size_t line_of(std::size_t offset) const {
    return 1 + static_cast<std::size_t>(std::count(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
  }
  bool fail(Code code, std::size_t offset, std::vector<std::string> arguments = {}) {
    std::ranges::transform(arguments, arguments.begin(), quoted);
    if (!fault_) fault_ = XmlFault{code, offset, std::move(arguments)};
    return false;
  }
  bool unexpected();
  bool ends_inside(std::string_view what, std::size_t from);
  bool count_node();
  bool skip_space() {
    const std::size_t length = length_of_space(bytes_, at_);
    at_ += length;
    return length != 0;
  }

  bool declaration();
  bool declared_value(std::string_view name, std::string_view& value);
  bool check_version(std::string_view version);
  bool check_encoding(std::string_view encoding, std::size_t offset);
  bool characters();
  bool body();
  bool markup();
  bool text();
  bool reference();
  bool comment();
  bool character_data();
  bool instruction();
  bool start_tag();
  bool end_tag();
  bool attributes(std::string_view element);
  bool attribute();
  bool attribute_value();
  bool name(std::string_view& found);
  bool distinct_attributes();

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t nodes_ = 0;
  bool root_seen_ = false;
  std::vector<OpenElement> open_;
  std::vector<XmlAttribute> attributes_;  // of the tag being read
  NamespaceScope namespaces_;
  std::optional<XmlFault> fault_;
};

bool Gate::unexpected() {
  if (ended())
    return open_.empty() ? ends_inside("<", at_) : ends_inside(fmt::format("<{}>", open_.back().name), open_.back().offset);
  const Decoded c = decode_at(bytes_, static_cast<std::uint32_t>(at_));
  return fail(Code::xml_malformed, at_, {c.code_point > ' ' ? to_utf8(c.code_point) : code_point_name(c.code_point)});
}

bool Gate::ends_inside(std::string_view what, std::size_t from) {
  return fail(Code::xml_ends_early, bytes_.size(), {std::string(what), fmt::to_string(line_of(from))});
}

bool Gate::count_node() {
  if (++nodes_ <= XmlFile::most_nodes) return true;
  return fail(Code::xml_too_many_nodes, at_, {fmt::to_string(XmlFile::most_nodes)});
}

// ---- what stands before the root element ----

// A file in UTF-16 has a byte order mark of its own; it is no UTF-8, but the editor is better told its name.
bool utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

// [23] XMLDecl, with the attributes in their fixed order.
bool Gate::declaration() {
  if (utf16(bytes_)) return fail(Code::xml_encoding, 0, {"UTF-16"});
  if (sees(byte_order_mark)) at_ += byte_order_mark.size();
  if (!sees("<?xml") || length_of_space(bytes_, at_ + 5) == 0) return true;
  const std::size_t begin = at_;
  at_ += 5;
  std::string_view version, encoding, standalone;
  if (!declared_value("version", version) || !check_version(version)) return fail(Code::xml_declaration, begin);
  const std::size_t encoding_at = at_;
  if (!declared_value("encoding", encoding) || !declared_value("standalone", standalone))
    return fail(Code::xml_declaration, begin);
  if (standalone.data() != nullptr && standalone != "yes" && standalone != "no") return fail(Code::xml_declaration, begin);
  skip_space();
  if (!sees("?>")) return fail(Code::xml_declaration, begin);
  at_ += 2;
  return check_encoding(encoding, encoding_at);
}

// `name` = "value" with its leading space. True where there is another name instead: `value` stays without data.
bool Gate::declared_value(std::string_view name, std::string_view& value) {
  const std::size_t before = at_;
  const bool space = skip_space();
  if (!sees(name)) {
    at_ = before;
    return true;
  }
  at_ += name.size();
  skip_space();
  if (!space || !sees("=")) return false;
  ++at_;
  skip_space();
  if (!sees("\"") && !sees("'")) return false;
  const std::size_t end = bytes_.find(bytes_[at_], at_ + 1);
  if (end == std::string_view::npos) return false;
  value = bytes_.substr(at_ + 1, end - at_ - 1);
  at_ = end + 1;
  return true;
}

// [26] VersionNum: every 1.x is to be read as 1.0 (§2.8).
bool Gate::check_version(std::string_view version) {
  return version.size() > 2 && version.starts_with("1.") && version.find_first_not_of("0123456789", 2) == std::string_view::npos;
}

bool Gate::check_encoding(std::string_view encoding, std::size_t offset) {
  if (encoding.data() == nullptr) return true;
  std::string upper(encoding);
  std::ranges::transform(upper, upper.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  if (upper == "UTF-8" || upper == "US-ASCII" || upper == "ASCII") return true;
  return fail(Code::xml_encoding, offset + length_of_space(bytes_, offset), {std::string(encoding)});
}

bool Gate::characters() {
  fault_ = find_character_fault(bytes_);
  return !fault_;
}

// ---- the document ----

bool Gate::body() {
  while (!ended())
    if (!(sees("<") ? markup() : text())) return false;
  if (!open_.empty()) return ends_inside(fmt::format("<{}>", open_.back().name), open_.back().offset);
  return root_seen_ || fail(Code::xml_empty, 0);
}

bool Gate::markup() {
  if (sees("</")) return end_tag();
  if (sees("<!--")) return comment();
  if (sees("<![CDATA[")) return character_data();
  if (sees("<!DOCTYPE")) return fail(Code::xml_doctype, at_);
  if (sees("<?")) return instruction();
  return start_tag();
}

bool Gate::text() {
  const std::size_t begin = at_;
  const bool inside = !open_.empty();
  while (!ended() && !sees("<")) {
    if (!inside && !is_xml_space(bytes_[at_])) return fail(Code::xml_outside_root, at_);
    if (sees("]]>")) return fail(Code::xml_section_end, at_);
    if (!sees("&"))
      ++at_;
    else if (!reference())
      return false;
  }
  return at_ == begin || !inside || count_node();
}

bool Gate::reference() {
  const std::string_view rest = bytes_.substr(at_);
  if (const auto found = read_reference(rest)) {
    at_ += found->length;
    return true;
  }
  const std::size_t hash = rest.starts_with("&#") ? 1 : 0;
  const std::size_t length = hash != 0 ? rest.find_first_not_of("0123456789abcdefABCDEFxX", 2) - 2 : length_of_ncname(rest, 1);
  const std::size_t end = 1 + hash + length;
  if (length == 0 || end >= rest.size() || rest[end] != ';') return fail(Code::xml_raw_ampersand, at_);
  return fail(hash != 0 ? Code::xml_bad_reference : Code::xml_unknown_entity, at_, {std::string(rest.substr(0, end + 1))});
}

bool Gate::comment() {
  const std::size_t dashes = bytes_.find("--", at_ + 4);
  if (dashes == std::string_view::npos) return ends_inside("<!--", at_);
  if (bytes_.substr(dashes, 3) != "-->") {
    if (dashes + 2 >= bytes_.size()) return ends_inside("<!--", at_);
    return fail(Code::xml_comment_dashes, dashes);
  }
  at_ = dashes + 3;
  return true;
}

bool Gate::character_data() {
  if (open_.empty()) return fail(Code::xml_outside_root, at_);
  const std::size_t end = bytes_.find("]]>", at_);
  if (end == std::string_view::npos) return ends_inside("<![CDATA[", at_);
  at_ = end + 3;
  return count_node();
}

// [16] PI. A target has no colon (Namespaces §7) and is not "xml" in any case of letters.
bool Gate::instruction() {
  const std::size_t begin = at_;
  const std::size_t length = length_of_ncname(bytes_, at_ + 2);
  at_ += 2 + length;
  if (length == 0) return unexpected();
  const std::string_view target = bytes_.substr(begin + 2, length);
  const bool reserved = length == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' && (target[2] | 0x20) == 'l';
  if (reserved) return fail(Code::xml_declaration, begin);
  if (!sees("?>") && !skip_space()) return unexpected();
  const std::size_t end = bytes_.find("?>", at_);
  if (end == std::string_view::npos) return ends_inside("<?", begin);
  at_ = end + 2;
  return true;
}

// ---- tags ----

// [7] QName.
bool Gate::name(std::string_view& found) {
  const std::size_t begin = at_;
  at_ += length_of_ncname(bytes_, at_);
  if (at_ == begin) return unexpected();
  if (sees(":")) {
    const std::size_t local = length_of_ncname(bytes_, at_ + 1);
    ++at_;
    if (local == 0) return unexpected();
    at_ += local;
  }
  found = bytes_.substr(begin, at_ - begin);
  return true;
}

bool Gate::start_tag() {
  const std::size_t begin = at_++;
  if (ended()) return ends_inside("<", begin);
  std::string_view element;
  if (!name(element)) return false;
  if (open_.empty() && root_seen_) return fail(Code::xml_second_root, begin, {std::string(element)});
  if (static_cast<int>(open_.size()) >= XmlFile::most_depth) {
    return fail(Code::xml_too_deep, begin, {fmt::to_string(XmlFile::most_depth)});
  }
  root_seen_ = true;
  open_.push_back({element, begin, namespaces_.size()});
  if (!count_node() || !attributes(element)) return false;
  const bool empty = sees("/");
  if (empty) ++at_;
  if (!sees(">")) return unexpected();
  ++at_;
  if (empty) namespaces_.leave(open_.back().bindings), open_.pop_back();
  return true;
}

bool Gate::end_tag() {
  const std::size_t begin = at_;
  at_ += 2;
  std::string_view closed;
  if (!name(closed)) return false;
  skip_space();
  if (ended()) return unexpected();
  if (open_.empty()) return fail(Code::xml_stray_end_tag, begin, {std::string(closed)});
  const OpenElement& open = open_.back();
  if (open.name != closed) {
    return fail(Code::xml_mismatched_tag, begin,
                {std::string(closed), std::string(open.name), fmt::to_string(line_of(open.offset))});
  }
  if (!sees(">")) return unexpected();
  ++at_;
  namespaces_.leave(open.bindings);
  open_.pop_back();
  return true;
}

bool Gate::attributes(std::string_view element) {
  attributes_.clear();
  while (true) {
    const bool space = skip_space();
    if (ended() || sees(">") || sees("/")) break;
    if (!space) return unexpected();
    if (attributes_.size() == most_attributes) return fail(Code::xml_too_many_nodes, at_, {fmt::to_string(most_attributes)});
    if (!count_node() || !attribute()) return false;
  }
  if (!distinct_attributes()) return false;
  const auto fault = namespaces_.enter(element, open_.back().offset + 1, attributes_);
  return !fault || fail(fault->code, fault->offset, {std::string(fault->name)});
}

bool Gate::attribute() {
  const std::size_t begin = at_;
  std::string_view attribute_name;
  if (!name(attribute_name)) return false;
  skip_space();
  if (ended()) return unexpected();
  if (!sees("=")) return fail(Code::xml_attribute_value, begin, {std::string(attribute_name)});
  ++at_;
  skip_space();
  if (ended()) return unexpected();
  if (!sees("\"") && !sees("'")) return fail(Code::xml_attribute_value, begin, {std::string(attribute_name)});
  attributes_.push_back({attribute_name, {}, begin});
  return attribute_value();
}

bool Gate::attribute_value() {
  const char quote = bytes_[at_++];
  const std::size_t begin = at_;
  while (!ended() && bytes_[at_] != quote) {
    if (sees("<")) return fail(Code::xml_raw_less_than, at_, {std::string(attributes_.back().name)});
    if (!sees("&"))
      ++at_;
    else if (!reference())
      return false;
  }
  if (ended()) return ends_inside(attributes_.back().name, attributes_.back().offset);
  attributes_.back().value = bytes_.substr(begin, at_ - begin);
  ++at_;
  return true;
}

bool Gate::distinct_attributes() {
  for (std::size_t i = 1; i < attributes_.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (attributes_[i].name == attributes_[k].name) {
        return fail(Code::xml_duplicate_attribute, attributes_[i].offset, {std::string(attributes_[i].name)});
      }
  return true;
}

}  // namespace

std::optional<XmlFault> find_character_fault(std::string_view bytes) {
  const std::size_t malformed = find_malformed(bytes);
  for (std::size_t i = 0; i < malformed;) {
    const Decoded c = decode_at(bytes, static_cast<std::uint32_t>(i));
    if (!is_xml_character(c.code_point)) return XmlFault{Code::xml_bad_character, i, {code_point_name(c.code_point)}};
    i = c.next;
  }
  if (malformed == bytes.size()) return std::nullopt;
  const auto byte = static_cast<unsigned>(static_cast<unsigned char>(bytes[malformed]));
  return XmlFault{Code::xml_bad_utf8, malformed, {fmt::format("{:02X}", byte), fmt::to_string(malformed)}};
}

std::optional<XmlFault> find_xml_fault(std::string_view bytes) { return Gate(bytes).run(); }

}  // namespace paiban::document
