#include "document/issue_edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "base/message_table.hpp"
#include "document/layout_writer.hpp"
#include "document/xml.hpp"
#include "document/xml_characters.hpp"
#include "document/xml_tags.hpp"
#include "document/xml_writer.hpp"

namespace paiban::document {
namespace {

/// Bytes [start, end) become `replacement`.
struct ByteEdit {
  std::size_t start = 0, end = 0;
  std::string replacement;
};

std::string done(std::string_view bytes, std::vector<ByteEdit> edits) {
  std::ranges::stable_sort(edits, {}, &ByteEdit::start);
  std::string result;
  std::size_t next = 0;
  for (const ByteEdit& edit : edits) {
    result.append(bytes.substr(next, edit.start - next)).append(edit.replacement);
    next = edit.end;
  }
  return result.append(bytes.substr(next));
}

// ---- stories ----

void places_of(const std::vector<Story>& stories, std::map<SourcePlace, std::string>& ids) {
  for (const Story& story : stories) {
    if (!story.continues) ids.emplace(story.at, story.id);
    places_of(story.boxes, ids);
  }
}

/// Where the element of each story begins, by its id.
using StoryOffsets = std::map<std::string, std::size_t>;

void find_stories(const XmlFile& xml, pugi::xml_node parent, const std::map<SourcePlace, std::string>& ids, StoryOffsets& found) {
  for (const pugi::xml_node element : elements_of(parent)) {
    const auto id = ids.find(xml.place(element));
    if (id != ids.end()) found.emplace(id->second, xml.offset(element));
    find_stories(xml, element, ids, found);
  }
}

StoryOffsets story_offsets(const XmlFile& xml, const Issue& issue) {
  std::map<SourcePlace, std::string> ids;
  for (const Page& page : issue.pages) places_of(page.stories, ids);
  StoryOffsets found;
  for (const pugi::xml_node page : elements_of(xml.root(), "page")) find_stories(xml, page, ids, found);
  return found;
}

std::string quoted_attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, escaped(value));
}

/// The value between the quotes that stand in the file.
std::string between(std::string_view value, char quote) {
  std::string text = escaped(value);
  for (auto at = text.find('\''); quote == '\'' && at != std::string::npos; at = text.find('\'', at))
    text.replace(at, 1, "&apos;");
  return text;
}

/// All that is asked of one element's attributes, by name; of two wishes for one the later.
using Wanted = std::map<std::string, std::optional<std::string>, std::less<>>;

void edit_attributes(std::string_view bytes, std::size_t element, std::string_view id, const Wanted& wishes,
                     std::vector<ByteEdit>& edits) {
  const StartTag tag = start_tag(bytes, element);
  // An id comes first, as editors write it.
  if (tag.attribute("id") == nullptr && !wishes.contains("id"))
    edits.push_back({tag.name_end, tag.name_end, quoted_attribute("id", id)});
  for (const auto& [name, value] : wishes) {
    const TagAttribute* there = tag.attribute(name);
    if (there == nullptr) {
      if (value) edits.push_back({tag.last_end(), tag.last_end(), quoted_attribute(name, *value)});
    } else if (value) {
      edits.push_back({there->value_start, there->value_end, between(*value, there->quote)});
    } else {
      const std::size_t blanks = bytes.find_last_not_of(" \t\r\n", there->start - 1) + 1;
      edits.push_back({blanks, there->value_end + 1, {}});
    }
  }
}

// ---- layouts ----

/// The blanks before `offset` on its line; empty where something else stands there.
std::string_view indent_at(std::string_view bytes, std::size_t offset) {
  const std::size_t line = bytes.rfind('\n', offset) + 1;
  const std::string_view before = bytes.substr(line, offset - line);
  return std::ranges::all_of(before, is_xml_space) ? before : std::string_view{};
}

std::string_view prefix_of(pugi::xml_node element) {
  const std::string_view name = element.name();
  return name.substr(0, name.size() - local_name(element).size());
}

class LayoutPutter {
 public:
  LayoutPutter(const XmlFile& xml, const Grid& grid) : xml_(&xml), bytes_(xml.bytes()), grid_(&grid) {}

  [[nodiscard]] ByteEdit put(pugi::xml_node page, const std::vector<Zone>& zones) const {
    const auto layouts = elements_of(page, "layout");
    return layouts.empty() ? inserted(page, zones) : replaced(layouts.front(), zones);
  }

 private:
  /// Without the first line's indent and the last line's end.
  [[nodiscard]] std::string written(const std::vector<Zone>& zones, std::string_view indent, pugi::xml_node like) const {
    std::string text = layout_xml(zones, *grid_, indent, prefix_of(like));
    text = text.substr(indent.size(), text.size() - indent.size() - 1);
    if (end_of_line() == "\n") return text;
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) text.insert(at, 1, '\r');
    return text;
  }

  [[nodiscard]] ByteEdit replaced(pugi::xml_node layout, const std::vector<Zone>& zones) const {
    const std::size_t start = xml_->offset(layout);
    return {start, element_end(bytes_, start), written(zones, indent_at(bytes_, start), layout)};
  }

  /// Right after the page's start tag, on lines of its own.
  [[nodiscard]] ByteEdit inserted(pugi::xml_node page, const std::vector<Zone>& zones) const {
    const std::size_t start = xml_->offset(page);
    const StartTag tag = start_tag(bytes_, start);
    const std::string outer(indent_at(bytes_, start)), inner = inner_indent(page, outer);
    const std::string text = end_of_line() + inner + written(zones, inner, page);
    if (tag.empty) return {tag.end - 2, tag.end, fmt::format(">{}{}{}</{}>", text, end_of_line(), outer, page.name())};
    const std::size_t next = bytes_.find_first_not_of(" \t\r", tag.end);
    return {tag.end, tag.end, bytes_[next] == '\n' ? text : text + end_of_line() + inner};
  }

  /// As the page's first child stands, else two blanks further in than the page.
  [[nodiscard]] std::string inner_indent(pugi::xml_node page, const std::string& outer) const {
    const auto children = elements_of(page);
    const std::string_view first = children.empty() ? std::string_view{} : indent_at(bytes_, xml_->offset(children.front()));
    return first.size() > outer.size() ? std::string(first) : outer + "  ";
  }

  [[nodiscard]] std::string end_of_line() const { return bytes_.find("\r\n") == std::string_view::npos ? "\n" : "\r\n"; }

  const XmlFile* xml_;
  std::string_view bytes_;
  const Grid* grid_;
};

pugi::xml_node page_of(const XmlFile& xml, int number) {
  for (const pugi::xml_node page : elements_of(xml.root(), "page"))
    if (page.attribute("number").value() == std::to_string(number)) return page;
  return {};
}

tl::unexpected<Diagnostic> nothing_there(std::string what) {
  return tl::unexpected(Diagnostic{Code::internal_fault, {}, {std::move(what)}, {}, {}});
}

}  // namespace

Result<std::string> edited_issue(const IssueFile& file, const Issue& issue, const Grid& grid, const IssueEdit& edit) {
  const XmlFile& xml = file.xml();
  std::vector<ByteEdit> edits;
  const LayoutPutter putter(xml, grid);
  for (const auto& [number, zones] : edit.layouts) {
    const pugi::xml_node page = page_of(xml, number);
    if (!page) return nothing_there(fmt::format("no page {} to edit", number));
    edits.push_back(putter.put(page, zones));
  }
  const StoryOffsets offsets = story_offsets(xml, issue);
  std::map<std::string, Wanted> wishes;
  for (const AttributeEdit& each : edit.attributes) {
    if (!offsets.contains(each.story)) return nothing_there(fmt::format("no story {} to edit", each.story));
    wishes[each.story].insert_or_assign(each.name, each.value);
  }
  for (const auto& [id, wish] : wishes) edit_attributes(xml.bytes(), offsets.at(id), id, wish, edits);
  return done(xml.bytes(), std::move(edits));
}

}  // namespace paiban::document
