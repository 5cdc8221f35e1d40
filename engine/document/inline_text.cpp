#include "document/inline_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/length.hpp"
#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "document/quoted.hpp"
#include "document/text_edit.hpp"
#include "document/vocabulary.hpp"
#include "document/xml_reference.hpp"

namespace paiban::document {
namespace {

// An inline element, what it makes of its text, and the attribute that a span keeps.
struct Mark {
  std::string_view element;
  SpanKind kind;
  const char* value;  // nullptr: none
  bool required;      // whether it must have the value
};

constexpr auto marks = std::to_array<Mark>({
    {"em", SpanKind::emphasis, nullptr, false},
    {"name", SpanKind::name, nullptr, false},
    {"dateline", SpanKind::dateline, nullptr, false},
    {"by", SpanKind::byline, nullptr, false},
    {"a", SpanKind::link, "href", true},
    {"ruby", SpanKind::ruby, "value", true},
    {"proper", SpanKind::proper, nullptr, false},
    {"work", SpanKind::work, nullptr, false},
    {"supplied", SpanKind::supplied, "source", true},
    {"conjectured", SpanKind::conjectured, "certainty", true},
    {"sic", SpanKind::sic, "reason", false},
    {"cut", SpanKind::cut, "rank", true},
    {"run-in", SpanKind::run_in, nullptr, false},
});

const Mark* mark_of(std::string_view element) {
  const auto found = std::ranges::find(marks, element, &Mark::element);
  return found == marks.end() ? nullptr : &*found;
}

bool is_certainty(std::string_view value) {
  const auto ratio = parse_ratio(value);
  const bool padded = value.size() > 1 && value[0] == '0' && value[1] != '.';  // 00.5
  const bool bare = value.starts_with('.');
  return ratio && !padded && !bare && value.find_first_of("+-") == std::string_view::npos && *ratio <= Ratio::one();
}

bool is_rank(std::string_view value) {
  constexpr int last_rank = 99;
  const auto rank = parse_whole(value);
  return rank && *rank >= 1 && *rank <= last_rank && !value.starts_with('0');
}

class InlineReader {
 public:
  InlineReader(const XmlFile& xml, TextBudget& budget, std::vector<Diagnostic>& faults)
      : xml_(xml), budget_(budget), faults_(faults) {}

  Text read(pugi::xml_node element) {
    text_.anchors.push_back({0, xml_.place(element)});
    children(element);
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(text_.utf8.size()); }

  void anchor(SourcePlace at) {
    if (text_.anchors.back().offset == here())
      text_.anchors.back().at = at;
    else
      text_.anchors.push_back({here(), at});
  }

  // As deep as the file, which XmlFile limits.
  void children(pugi::xml_node element) {
    for (const pugi::xml_node child : element) {
      if (child.type() == pugi::node_element)
        mark(child);
      else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
        characters(child);
    }
  }

  void mark(pugi::xml_node element) {
    const std::string_view name = local_name(element);
    if (name == "lb") return line_end();
    if (name == "gap") return gap(element);
    const Mark* const found = mark_of(name);
    if (found == nullptr) return;
    const std::size_t index = text_.spans.size();
    text_.spans.push_back({here(), here(), found->kind, value(element, *found), xml_.place(element)});
    children(element);
    text_.spans[index].end = here();
  }

  std::string value(pugi::xml_node element, const Mark& mark) {
    if (mark.value == nullptr) return {};
    std::string_view said = element.attribute(mark.value).value();
    if (said.empty() && mark.kind == SpanKind::sic) said = element.attribute("note").value();
    if (said.empty() && mark.required) {
      faults_.push_back({Code::issue_missing, xml_.place(element), {element.name(), mark.value}, {}, {}});
    } else if (mark.kind == SpanKind::conjectured && !is_certainty(said)) {
      bad_value(element, mark.value, "0.8");
    } else if (mark.kind == SpanKind::cut && !is_rank(said)) {
      bad_value(element, mark.value, "1");
    }
    return std::string(said);
  }

  void bad_value(pugi::xml_node element, const char* attribute, std::string_view example) {
    faults_.push_back({Code::issue_bad_value,
                       xml_.place(element, attribute),
                       {attribute, quoted(element.attribute(attribute).value()), std::string(example)},
                       {},
                       {}});
  }

  void line_end() {
    if (text_.line_ends.empty() || text_.line_ends.back() != here()) text_.line_ends.push_back(here());
  }

  // A gap of whole lines is that many gaps, each a line of its own.
  void gap(pugi::xml_node element) {
    constexpr int most_lines = 99;
    const pugi::xml_attribute lines = element.attribute("lines");
    const auto count = lines ? parse_whole(lines.value()) : 1;
    if (!count || *count < 1 || *count > most_lines || std::string_view(lines.value()).starts_with('0'))
      return bad_value(element, "lines", "1");
    for (int i = 0; i < *count && budget_.take(count_code_points(gap_text)); ++i) {
      anchor(xml_.place(element));
      text_.spans.push_back({here(), here() + static_cast<std::uint32_t>(gap_text.size()), SpanKind::gap, lines ? "line" : "",
                             xml_.place(element)});
      text_.utf8 += gap_text;
    }
  }

  // Copies the source, references resolved and line ends made one (XML 1.0 §2.11), with an anchor wherever text and source
  // fall out of step.
  void characters(pugi::xml_node node) {
    const std::string_view source = xml_.source_text(node);
    const std::size_t from = xml_.offset(node);
    const std::string_view stops = node.type() == pugi::node_cdata ? "\r\n" : "&\r\n";
    for (std::size_t i = 0; i < source.size();) {
      anchor(xml_.place_at(from + i));
      const std::size_t stop = std::min(source.find_first_of(stops, i), source.size());
      if (!append(source.substr(i, stop - i))) return;
      i = stop;
      if (i < source.size() && !append_special(source, i)) return;
    }
  }

  // A reference or a line end at `i`; moves `i` behind it.
  bool append_special(std::string_view source, std::size_t& i) {
    if (source[i] != '&') {
      i += source.substr(i).starts_with("\r\n") ? 2U : 1U;
      return append("\n");
    }
    const auto reference = read_reference(source.substr(i));  // the gate has let it pass
    i += reference ? reference->length : 1;
    return append(to_utf8(reference ? reference->character : U'&'));
  }

  bool append(std::string_view characters) {
    if (!budget_.take(count_code_points(characters))) return false;
    text_.utf8 += characters;
    return true;
  }

  const XmlFile& xml_;
  TextBudget& budget_;
  std::vector<Diagnostic>& faults_;
  Text text_;
};

}  // namespace

Text read_inline(const XmlFile& xml, pugi::xml_node element, TextBudget& budget, std::vector<Diagnostic>& faults) {
  return without_layout(InlineReader(xml, budget, faults).read(element));
}

Text without_layout(const Text& text) {
  constexpr std::string_view layout = " \t\r\n";
  const auto size = static_cast<std::uint32_t>(text.utf8.size());
  const auto first = static_cast<std::uint32_t>(std::min<std::size_t>(text.utf8.find_first_not_of(layout), size));
  const auto last = static_cast<std::uint32_t>(first == size ? size : text.utf8.find_last_not_of(layout) + 1);
  std::vector<Edit> edits;
  if (first != 0) edits.push_back({0, first, ""});
  if (last != size) edits.push_back({last, size, ""});
  return apply_edits(text, edits);
}

}  // namespace paiban::document
