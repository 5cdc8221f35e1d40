#include "document/template_furniture.hpp"

#include <algorithm>

#include "base/message_table.hpp"
#include "document/style_sheet.hpp"
#include "document/template_frame.hpp"

namespace paiban::document {
namespace {

/// Reads the furniture of one sheet. x counts from the type area's left, rows from its top.
class FurnitureReader {
 public:
  FurnitureReader(Vocabulary& words, const Template& design, const FrameReader& places, Sheet& sheet)
      : words_(&words), design_(&design), places_(&places), sheet_(&sheet) {}

  void read(pugi::xml_node element);

 private:
  [[nodiscard]] FurnitureText text(pugi::xml_node element) const;
  [[nodiscard]] FurnitureText placed_text(pugi::xml_node element) const;
  void check_pattern(pugi::xml_node element) const;
  void pair(pugi::xml_node element);
  void nameplate(pugi::xml_node element);
  [[nodiscard]] Extent across(pugi::xml_node element) const {
    return places_->extent(element, {places_->frame().x, places_->frame().width});
  }
  [[nodiscard]] Length required_height(pugi::xml_node element, const char* attribute) const {
    static_cast<void>(words_->required(element, attribute));
    return places_->height(element, attribute).value_or(Length{});
  }

  Vocabulary* words_;
  const Template* design_;
  const FrameReader* places_;
  Sheet* sheet_;
};

void FurnitureReader::read(pugi::xml_node element) {
  const std::string_view name = element.name();
  if (name == "text") {
    words_->expect(element, {"part", "pattern", "style", "align", "x", "to", "at", "ink-at"});
    sheet_->furniture.emplace_back(placed_text(element));
  } else if (name == "strip") {
    words_->expect(element, {"part", "style", "x", "to", "at"});
    sheet_->furniture.emplace_back(FurnitureStrip{placed_text(element)});
  } else if (name == "pair") {
    pair(element);
  } else if (name == "nameplate") {
    nameplate(element);
  } else if (name == "rule") {
    places_->rule(element, {places_->frame().x, places_->frame().width}, sheet_->rules);
  }
}

void FurnitureReader::check_pattern(pugi::xml_node element) const {
  for (const std::string_view field : fields_in(words_->text(element, "pattern")))
    if (std::find(pattern_fields.begin(), pattern_fields.end(), field) == pattern_fields.end())
      words_->fault(Code::template_unknown_field, words_->place(element, "pattern"),
                    {std::string(field), joined(pattern_fields)});
}

/// What it says and how; not where.
FurnitureText FurnitureReader::text(pugi::xml_node element) const {
  FurnitureText text;
  text.at = words_->place(element);
  text.part = words_->text(element, "part");
  text.pattern = words_->text(element, "pattern");
  if (text.part.empty() == text.pattern.empty()) words_->missing(element, "part | pattern");
  check_pattern(element);
  static_cast<void>(words_->required(element, "style"));
  text.style = style_name(element, "style", *words_, *design_);
  text.align = read_align(element, *words_);
  text.by_ink = !element.attribute("ink-at").empty();
  text.top = required_height(element, text.by_ink ? "ink-at" : "at");
  return text;
}

FurnitureText FurnitureReader::placed_text(pugi::xml_node element) const {
  FurnitureText placed = text(element);
  const Extent where = across(element);
  placed.x = where.x;
  placed.width = where.width;
  return placed;
}

void FurnitureReader::pair(pugi::xml_node element) {
  words_->expect(element, {"x", "to", "gap"}, {"text", "stack"});
  const pugi::xml_node text_element = element.child("text"), stack_element = element.child("stack");
  if (!text_element || !stack_element) return words_->missing(element, "<text>, <stack>");
  words_->expect(text_element, {"part", "pattern", "style", "at", "ink-at"});
  words_->expect(stack_element, {"part", "pattern", "style", "at", "until"});
  FurniturePair pair;
  pair.text = text(text_element);
  pair.stack.text = text(stack_element);
  pair.stack.bottom = required_height(stack_element, "until");
  if (pair.stack.bottom <= pair.stack.text.top) words_->bad_value(stack_element, "until", "at < until");
  pair.gap = words_->length(element, "gap", design_->grid.em).value_or(Length{});
  const Extent where = across(element);
  pair.x = where.x;
  pair.width = where.width;
  sheet_->furniture.emplace_back(std::move(pair));
}

void FurnitureReader::nameplate(pugi::xml_node element) {
  words_->expect(element, {"part", "style", "x", "to", "at", "until"});
  FurnitureNameplate nameplate;
  nameplate.at = words_->place(element);
  nameplate.part = words_->required(element, "part");
  static_cast<void>(words_->required(element, "style"));
  nameplate.style = style_name(element, "style", *words_, *design_);
  const Extent where = across(element);
  const Length top = required_height(element, "at"), bottom = required_height(element, "until");
  if (bottom <= top) words_->bad_value(element, "until", "at < until");
  nameplate.box = Box{where.x, top, where.width, bottom - top};
  sheet_->furniture.emplace_back(std::move(nameplate));
}

void read_furniture(pugi::xml_node furniture, Vocabulary& words, const Template& design, Sheet& sheet) {
  const Grid& grid = design.grid;
  const Frame page{"page", grid.x, grid.right() - grid.x, {1, grid.rows}, {}};
  const FrameReader places(words, design, page);
  FurnitureReader reader(words, design, places, sheet);
  for (const pugi::xml_node element : furniture.children()) reader.read(element);
}

/// Adds the furniture of `from` to `to`.
void add(const Sheet& from, Sheet& to) {
  to.furniture.insert(to.furniture.end(), from.furniture.begin(), from.furniture.end());
  to.rules.insert(to.rules.end(), from.rules.begin(), from.rules.end());
}

enum class Pages : std::uint8_t { odd, even };
constexpr Word<Pages> page_words[] = {{"odd", Pages::odd}, {"even", Pages::even}};

}  // namespace

std::vector<std::string_view> fields_in(std::string_view pattern) {
  std::vector<std::string_view> fields;
  for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    const auto close = pattern.find('}', open);
    if (close == std::string_view::npos) {
      fields.push_back(pattern.substr(open + 1));  // not closed: no field has that name
      break;
    }
    fields.push_back(pattern.substr(open + 1, close - open - 1));
    pattern.remove_prefix(close + 1);
  }
  return fields;
}

void read_front_furniture(pugi::xml_node root, Vocabulary& words, Template& design) {
  for (const pugi::xml_node furniture : root.children("furniture")) {
    words.expect(furniture, {}, {"text", "strip", "pair", "nameplate", "rule"});
    read_furniture(furniture, words, design, design);
  }
}

void read_inner_furniture(pugi::xml_node inner, Vocabulary& words, const Template& design, InnerSheets& sheets) {
  for (const pugi::xml_node furniture : inner.children("furniture")) {
    words.expect(furniture, {"pages"}, {"text", "strip", "pair", "nameplate", "rule"});
    const auto pages = words.word(furniture, "pages", page_words);
    Sheet read;
    read_furniture(furniture, words, design, read);
    if (pages != Pages::even) add(read, sheets.odd);
    if (pages != Pages::odd) add(read, sheets.even);
  }
}

}  // namespace paiban::document
