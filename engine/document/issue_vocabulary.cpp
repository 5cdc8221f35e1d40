#include "document/issue_vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/message_table.hpp"
#include "document/quoted.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {
namespace {

using Words = std::span<const std::string_view>;
using std::literals::operator""sv;

constexpr auto issue_attributes = std::to_array(
    {"version"sv, "date"sv, "number"sv, "pages"sv, "paper"sv, "template"sv, "variant"sv, "normalise"sv, "transcribed-from"sv});
constexpr auto issue_children = std::to_array({"masthead"sv, "page"sv, "fillers"sv});
constexpr auto fillers_children = std::to_array({"filler"sv});
constexpr auto masthead_parts =
    std::to_array({"organ"sv, "publisher"sv, "nameplate"sv, "weekday"sv, "lunar"sv, "number"sv, "pages"sv, "strip"sv});
constexpr auto strip_children = std::to_array({"item"sv});
constexpr auto artwork_attributes = std::to_array({"src"sv, "alt"sv, "stand-in"sv, "focus"sv});

constexpr auto page_attributes = std::to_array({"number"sv, "held"sv, "title"sv, "staff"sv});
constexpr auto page_children =
    std::to_array({"layout"sv, "story"sv, "picture"sv, "ear"sv, "guide"sv, "related"sv, "picture-news"sv, "name-list"sv,
                   "correction"sv, "filler"sv, "advertisement"sv, "weather"sv, "qr"sv, "continuation"sv, "fillers"sv});
constexpr auto story_attributes =
    std::to_array({"id"sv, "kind"sv, "region"sv, "priority"sv, "columns"sv, "rows"sv, "fixed"sv, "place"sv, "fold"sv, "no-crop"sv,
                   "looks"sv, "touches"sv, "apart"sv, "not-beside"sv, "not-above"sv, "expected"sv});
constexpr auto continuation_attributes = std::to_array({"of"sv, "region"sv});
constexpr auto box_attributes = std::to_array({"id"sv, "region"sv, "expected"sv});
constexpr auto picture_attributes =
    std::to_array({"id"sv, "region"sv, "src"sv, "alt"sv, "stand-in"sv, "focus"sv, "priority"sv, "columns"sv, "rows"sv, "fixed"sv,
                   "place"sv, "fold"sv, "no-crop"sv, "looks"sv, "touches"sv, "apart"sv, "not-beside"sv, "not-above"sv});
constexpr auto correction_attributes = std::to_array(
    {"id"sv, "region"sv, "src"sv, "alt"sv, "stand-in"sv, "focus"sv, "priority"sv, "columns"sv, "rows"sv, "fixed"sv, "place"sv,
     "fold"sv, "no-crop"sv, "looks"sv, "touches"sv, "apart"sv, "not-beside"sv, "not-above"sv, "corrects"sv});
constexpr auto photo_attributes =
    std::to_array({"id"sv,      "region"sv, "src"sv,        "alt"sv,       "stand-in"sv, "focus"sv,   "priority"sv,
                   "columns"sv, "rows"sv,   "fixed"sv,      "place"sv,     "fold"sv,     "no-crop"sv, "looks"sv,
                   "touches"sv, "apart"sv,  "not-beside"sv, "not-above"sv, "expected"sv, "aspect"sv});

constexpr auto block_names =
    std::to_array({"p"sv, "text"sv, "headline"sv, "kicker"sv, "deck"sv, "label"sv, "digest"sv, "byline"sv, "list-head"sv,
                   "subhead"sv, "note"sv, "logo"sv, "title"sv, "caption"sv, "credit"sv, "jump"sv, "staff"sv});
constexpr auto story_children = std::to_array({"p"sv, "text"sv, "headline"sv, "kicker"sv, "deck"sv, "label"sv, "digest"sv,
                                               "byline"sv, "list-head"sv, "subhead"sv, "note"sv, "logo"sv, "title"sv, "caption"sv,
                                               "credit"sv, "jump"sv, "staff"sv, "box"sv, "picture"sv});
constexpr auto box_children =
    std::to_array({"p"sv, "text"sv, "headline"sv, "kicker"sv, "deck"sv, "label"sv, "digest"sv, "byline"sv, "list-head"sv,
                   "subhead"sv, "note"sv, "logo"sv, "title"sv, "caption"sv, "credit"sv, "jump"sv, "staff"sv, "picture"sv});
constexpr auto style_attribute = std::to_array({"style"sv});
constexpr auto promised_attributes = std::to_array({"style"sv, "expected"sv});
constexpr auto signed_attributes = std::to_array({"role"sv, "style"sv});
constexpr auto text_attributes = std::to_array({"src"sv, "style"sv});

constexpr auto inline_names = std::to_array({"em"sv, "name"sv, "dateline"sv, "by"sv, "a"sv, "ruby"sv, "proper"sv, "work"sv,
                                             "supplied"sv, "conjectured"sv, "sic"sv, "cut"sv, "run-in"sv, "gap"sv, "lb"sv});
constexpr auto row_names = std::to_array({"row"sv, "em"sv, "name"sv, "dateline"sv, "by"sv, "a"sv, "ruby"sv, "proper"sv, "work"sv,
                                          "supplied"sv, "conjectured"sv, "sic"sv, "cut"sv, "run-in"sv, "gap"sv, "lb"sv});
constexpr auto headline_names =
    std::to_array({"alt"sv, "row"sv, "em"sv, "name"sv, "dateline"sv, "by"sv, "a"sv, "ruby"sv, "proper"sv, "work"sv, "supplied"sv,
                   "conjectured"sv, "sic"sv, "cut"sv, "run-in"sv, "gap"sv, "lb"sv});
constexpr auto link_attributes = std::to_array({"href"sv});
constexpr auto ruby_attributes = std::to_array({"value"sv});
constexpr auto cut_attributes = std::to_array({"rank"sv});
constexpr auto supplied_attributes = std::to_array({"source"sv, "reason"sv, "note"sv});
constexpr auto conjectured_attributes = std::to_array({"certainty"sv, "reason"sv, "note"sv});
constexpr auto sic_attributes = std::to_array({"reason"sv, "note"sv});
constexpr auto gap_attributes = std::to_array({"lines"sv, "reason"sv, "note"sv});

constexpr auto element_rules = std::to_array<ElementRule>({
    {"issue", issue_attributes, issue_children},
    {"masthead", {}, masthead_parts},
    {"organ", {}, inline_names, true},
    {"publisher", {}, inline_names, true},
    {"nameplate", artwork_attributes, inline_names, true},
    {"weekday", {}, inline_names, true},
    {"lunar", {}, inline_names, true},
    {"number", {}, inline_names, true},
    {"pages", {}, inline_names, true},
    {"strip", {}, strip_children},
    {"item", {}, inline_names, true},

    {"page", page_attributes, page_children},
    {"layout", {}, {}, false, true},  // in a template's words: issue_layouts.hpp
    {"fillers", {}, fillers_children},
    {"story", story_attributes, story_children},
    {"box", box_attributes, box_children},
    {"continuation", continuation_attributes, story_children},
    {"picture", photo_attributes, block_names},
    {"ear", picture_attributes, story_children},
    {"guide", picture_attributes, story_children},
    {"related", picture_attributes, story_children},
    {"picture-news", picture_attributes, story_children},
    {"name-list", picture_attributes, story_children},
    {"correction", correction_attributes, story_children},
    {"filler", picture_attributes, story_children},
    {"advertisement", picture_attributes, story_children},
    {"weather", picture_attributes, story_children},
    {"qr", picture_attributes, story_children},

    {"label", style_attribute, row_names, true},
    {"kicker", promised_attributes, row_names, true},
    {"headline", promised_attributes, headline_names, true},
    {"alt", {}, row_names, true},
    {"deck", promised_attributes, row_names, true},
    {"digest", promised_attributes, row_names, true},
    {"logo", style_attribute, row_names, true},
    {"title", style_attribute, row_names, true},
    {"row", {}, inline_names, true},
    {"byline", signed_attributes, inline_names, true},
    {"credit", signed_attributes, inline_names, true},
    {"p", promised_attributes, inline_names, true},
    {"text", text_attributes, inline_names, true},
    {"list-head", style_attribute, inline_names, true},
    {"subhead", style_attribute, inline_names, true},
    {"note", style_attribute, inline_names, true},
    {"caption", promised_attributes, inline_names, true},
    {"jump", style_attribute, inline_names, true},
    {"staff", style_attribute, inline_names, true},

    {"em", {}, inline_names, true},
    {"name", {}, inline_names, true},
    {"dateline", {}, inline_names, true},
    {"by", {}, inline_names, true},
    {"a", link_attributes, inline_names, true},
    {"ruby", ruby_attributes, inline_names, true},
    {"proper", {}, inline_names, true},
    {"work", {}, inline_names, true},
    {"supplied", supplied_attributes, inline_names, true},
    {"conjectured", conjectured_attributes, inline_names, true},
    {"sic", sic_attributes, inline_names, true},
    {"cut", cut_attributes, inline_names, true},
    {"run-in", {}, inline_names, true},
    {"gap", gap_attributes, {}},
    {"lb", {}, {}},
});

bool is_among(std::string_view name, Words words) { return std::ranges::find(words, name) != words.end(); }

// The word probably meant, else all that may stand there.
std::string meant(std::string_view word, Words known) {
  constexpr std::size_t longest = 64;  // a longer one is no word of the vocabulary, and to compare it takes time
  const std::string_view near = nearest(word.substr(0, longest), known);
  if (!near.empty()) return std::string(near);
  return known.empty() ? "—" : joined(known);
}

class Checker {
 public:
  explicit Checker(const XmlFile& xml) : xml_(xml) {}

  std::vector<Diagnostic> run() {
    const pugi::xml_node root = xml_.root();
    if (namespace_of(root) == issue_namespace && local_name(root) == "issue")
      check(root, *rule_of("issue"));
    else
      fault(Code::issue_other_root, xml_.place(root), {root.name(), std::string(namespace_of(root))});
    return std::move(faults_);
  }

 private:
  void fault(Code code, SourcePlace at, std::vector<std::string> arguments) {
    faults_.push_back(Diagnostic{code, at, std::move(arguments), {}, {}});
  }

  // Goes as deep as the file, which XmlFile limits. Ends when there are more faults than a report keeps.
  void check(pugi::xml_node element, const ElementRule& rule) {
    if (faults_.size() > Report::most_kept) return;
    if (rule.foreign) return;
    for (const pugi::xml_attribute attribute : element.attributes()) check_attribute(element, attribute, rule);
    if (!rule.text) check_stray_text(element);
    for (const pugi::xml_node child : elements_of(element)) check_child(child, rule);
  }

  void check_stray_text(pugi::xml_node element) {
    const pugi::xml_node stray = stray_text_in(element);
    if (!stray) return;
    const std::size_t blanks = xml_.source_text(stray).find_first_not_of(" \t\r\n");
    fault(Code::issue_stray_text, xml_.place_at(xml_.offset(stray) + blanks), {quoted(stray.value()), element.name()});
  }

  void check_attribute(pugi::xml_node element, pugi::xml_attribute attribute, const ElementRule& rule) {
    if (is_namespace_declaration(attribute) || is_among(attribute.name(), rule.attributes)) return;
    fault(Code::issue_unknown_attribute, xml_.place(element, attribute.name()),
          {quoted(attribute.name()), element.name(), meant(attribute.name(), rule.attributes)});
  }

  void check_child(pugi::xml_node child, const ElementRule& parent) {
    const std::string_view space = namespace_of(child);
    if (space != issue_namespace)
      return fault(Code::issue_foreign_element, xml_.place(child), {quoted(child.name()), quoted(space)});
    if (is_among(local_name(child), parent.children)) return check(child, *rule_of(local_name(child)));
    fault(Code::issue_unknown_element, xml_.place(child),
          {quoted(child.name()), std::string(parent.name), meant(local_name(child), parent.children)});
  }

  const XmlFile& xml_;
  std::vector<Diagnostic> faults_;
};

}  // namespace

const ElementRule* rule_of(std::string_view name) {
  const auto found = std::ranges::find(element_rules, name, &ElementRule::name);
  return found == element_rules.end() ? nullptr : &*found;
}

std::vector<Diagnostic> check_issue_vocabulary(const XmlFile& xml) { return Checker(xml).run(); }

}  // namespace paiban::document
