#include "document/template_jump.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/message_table.hpp"
#include "document/style_sheet.hpp"
#include "document/template_furniture.hpp"

namespace paiban::document {
namespace {

constexpr auto jump_fields = std::to_array<std::string_view>({"page", "page-han"});

void read_form(pugi::xml_node element, const char* attribute, Vocabulary& words, std::string& form) {
  if (!element.attribute(attribute)) return;
  const std::string usual = form;
  form = words.text(element, attribute);
  const std::vector<std::string_view> fields = fields_in(form);
  for (const std::string_view field : fields)
    if (std::ranges::find(jump_fields, field) == jump_fields.end())
      words.fault(Code::template_unknown_field, words.place(element, attribute), {std::string(field), joined(jump_fields)});
  // A jump line that names no page leads nowhere.
  if (fields.empty()) words.bad_value(element, attribute, usual);
}

}  // namespace

void read_jump(pugi::xml_node root, Vocabulary& words, Template& design) {
  const pugi::xml_node element = root.child("jump");
  if (!element) return;
  words.expect(element, {"ahead", "back", "style"});
  read_form(element, "ahead", words, design.jump.ahead);
  read_form(element, "back", words, design.jump.back);
  if (auto style = style_name(element, "style", words, design); !style.empty()) design.jump.style = std::move(style);
  if (const pugi::xml_node again = element.next_sibling("jump"))
    words.fault(Code::template_not_alone, words.place(again), {"jump", root.name()});
}

}  // namespace paiban::document
