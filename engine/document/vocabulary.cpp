#include "document/vocabulary.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace paiban::document {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t most_digits = 6;     // rows, columns, revisions: far below overflow in all that is done with them
constexpr std::size_t longest_quote = 40;  // bytes of the editor's own words in a message

bool is_among(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string listed(std::initializer_list<std::string_view> names) { return joined(std::span(names.begin(), names.size())); }

bool is_namespace_declaration(std::string_view attribute) { return attribute == "xmlns" || attribute.starts_with("xmlns:"); }

/// Levenshtein's distance over bytes: names here are ASCII but for a few.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

bool Vocabulary::root(std::string_view name, std::string_view space, std::string_view version) {
  const pugi::xml_node element = file_->root();
  if (element.name() == name && text(element, "xmlns") == space && text(element, "version") == version) return true;
  fault(codes_.other_version, place(element),
        {std::string(element.name()), std::string(text(element, "xmlns")), std::string(text(element, "version"))});
  return false;
}

void Vocabulary::expect(pugi::xml_node element, std::initializer_list<std::string_view> attributes,
                        std::initializer_list<std::string_view> children) {
  for (const pugi::xml_attribute attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    if (is_namespace_declaration(name) || is_among(name, attributes)) continue;
    fault(codes_.unknown_attribute, place(element, name), {std::string(name), element.name(), listed(attributes)});
  }
  check_children(element, children);
}

void Vocabulary::check_children(pugi::xml_node element, std::initializer_list<std::string_view> children) {
  for (const pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_element) {
      if (namespace_of(child) != namespace_of(element) || !is_among(local_name(child), children))
        fault(codes_.unknown_element, place(child), {child.name(), element.name(), listed(children)});
    } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      const std::string_view stray = child.value();
      const auto first = stray.find_first_not_of(blanks);
      if (first == std::string_view::npos) continue;
      const auto end = stray.find_last_not_of(blanks) + 1;
      fault(codes_.stray_text, place(child), {excerpt(stray.substr(first, end - first)), element.name()});
    }
  }
}

std::string_view Vocabulary::text(pugi::xml_node element, const char* attribute) const {
  return element.attribute(attribute).value();
}

std::string_view Vocabulary::required(pugi::xml_node element, const char* attribute) {
  const std::string_view said = text(element, attribute);
  if (said.empty()) missing(element, attribute);
  return said;
}

std::optional<Ratio> Vocabulary::ratio(pugi::xml_node element, const char* attribute) {
  const std::string_view said = text(element, attribute);
  if (said.empty()) return std::nullopt;
  const auto value = parse_ratio(said);
  if (!value) bad_value(element, attribute, "0.95, -0.03, 2");
  return value;
}

std::optional<Length> Vocabulary::length(pugi::xml_node element, const char* attribute, Length em) {
  const std::string_view said = text(element, attribute);
  if (said.empty()) return std::nullopt;
  const auto value = parse_length(said, em);
  if (!value) bad_value(element, attribute, "9pt, 390mm, 36q, 2em");
  return value;
}

std::optional<int> Vocabulary::whole(pugi::xml_node element, const char* attribute) {
  const std::string_view said = text(element, attribute);
  if (said.empty()) return std::nullopt;
  const auto value = parse_whole(said);
  if (!value) bad_value(element, attribute, "1, 116");
  return value;
}

void Vocabulary::missing(pugi::xml_node element, std::string_view what) {
  fault(codes_.missing, place(element), {element.name(), std::string(what)});
}

void Vocabulary::bad_value(pugi::xml_node element, const char* attribute, std::string_view example) {
  fault(codes_.bad_value, place(element, attribute), {attribute, excerpt(text(element, attribute)), std::string(example)});
}

Diagnostic Vocabulary::report_faults(Report& report) {
  Diagnostic last = std::move(faults_.back());
  faults_.pop_back();
  for (Diagnostic& each : faults_) report.add(std::move(each));
  faults_.clear();
  return last;
}

std::optional<int> parse_whole(std::string_view text) {
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  if (text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string excerpt(std::string_view text) {
  std::size_t end = std::min(text.size(), longest_quote);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end));
}

std::string joined(std::span<const std::string_view> names) {
  std::string list;
  for (const std::string_view name : names) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
  // Half of a word may be wrong and still be meant; beyond that a guess misleads.
  std::size_t best = word.size() / 2 + 1;
  std::string_view found;
  for (const std::string_view name : names) {
    const std::size_t distance = edit_distance(word, name);
    if (distance >= best) continue;
    best = distance;
    found = name;
  }
  return found;
}

}  // namespace paiban::document
