#include "document/furniture_plan.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/message_table.hpp"
#include "document/han_number.hpp"
#include "document/record.hpp"
#include "document/template_furniture.hpp"

namespace paiban::document {
namespace {

/// Every text of a piece of furniture: what `part` and `pattern` it asks for.
std::vector<const FurnitureText*> texts_of(const Furniture& furniture) {
  struct Texts {
    std::vector<const FurnitureText*> operator()(const FurnitureText& text) const { return {&text}; }
    std::vector<const FurnitureText*> operator()(const FurniturePair& pair) const { return {&pair.text, &pair.stack.text}; }
    std::vector<const FurnitureText*> operator()(const FurnitureStrip& strip) const { return {&strip.text}; }
    std::vector<const FurnitureText*> operator()(const FurnitureNameplate&) const { return {}; }
  };
  return std::visit(Texts{}, furniture);
}

const FurnitureNameplate* nameplate_of(const Furniture& furniture) { return std::get_if<FurnitureNameplate>(&furniture); }

const MastheadPart* part_of(const Issue& issue, std::string_view name) {
  const auto found = issue.masthead.find(name);
  return found == issue.masthead.end() ? nullptr : &found->second;
}

/// `pattern` with {field} replaced; a field that nothing is known of leaves nothing.
std::string fill(std::string_view pattern, const std::map<std::string, std::string>& fields) {
  std::string filled;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = pattern.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    filled += pattern.substr(0, open);
    const auto field = fields.find(std::string(pattern.substr(open + 1, close - open - 1)));
    if (field != fields.end()) filled += field->second;
    pattern.remove_prefix(close + 1);
  }
  return filled += pattern;
}

/// Adds the words of one piece of furniture after the other.
class FurniturePlanner {
 public:
  FurniturePlanner(Plan& plan, const Page& page) : plan_(&plan), fields_(fields_of(plan.issue, plan.design.calendar)) {
    fields_["page"] = std::to_string(page.number);
    fields_["page-han"] = han_number(page.number);
    fields_["title"] = page.title;
    fields_["staff"] = page.staff;
  }

  [[nodiscard]] PlannedFurniture plan(const Furniture& what) {
    PlannedFurniture planned;
    planned.what = what;
    current_ = &planned;
    std::visit([this](const auto& furniture) { add(furniture); }, what);
    return planned;
  }

 private:
  void add(const FurnitureText& text) {
    if (auto words = words_of(text); !words.empty()) add_text(std::move(words.front()), text.style);
  }

  void add(const FurnitureStrip& strip) {
    for (Text& words : words_of(strip.text)) add_text(std::move(words), strip.text.style);
  }

  /// Both or neither: one of them alone would stand beside nothing.
  void add(const FurniturePair& pair) {
    auto text = words_of(pair.text), stack = words_of(pair.stack.text);
    if (text.empty() || stack.empty()) return;
    add_text(std::move(text.front()), pair.text.style);
    add_text(std::move(stack.front()), pair.stack.text.style);
  }

  void add(const FurnitureNameplate& nameplate) {
    const MastheadPart* part = part_of(plan_->issue, nameplate.part);
    if (part == nullptr) return;
    if (!part->texts.empty() && !part->texts.front().empty()) add_text(part->texts.front(), nameplate.style);
    // Artwork without a file can only be shown as its words.
    if (part->artwork && (!part->artwork->file.empty() || !current_->texts.empty())) current_->artwork = part->artwork;
  }

  [[nodiscard]] std::vector<Text> words_of(const FurnitureText& text) const {
    std::vector<Text> words;
    if (text.part.empty()) {
      words.emplace_back();
      words.back().utf8 = fill(text.pattern, fields_);
    } else if (const MastheadPart* part = part_of(plan_->issue, text.part)) {
      words = part->texts;
    }
    std::erase_if(words, [](const Text& each) { return each.empty(); });
    return words;
  }

  void add_text(Text words, std::string_view style) {
    current_->texts.push_back(static_cast<TextId>(plan_->texts.size()));
    plan_->texts.push_back({std::move(words), style_id(plan_->design, style), Role::paragraph, {}});
  }

  Plan* plan_;
  std::map<std::string, std::string> fields_;
  PlannedFurniture* current_ = nullptr;
};

/// The parts of the masthead that sheets show, by themselves or as a field of a pattern.
struct ShownParts {
  std::vector<std::string> parts, fields;  // each once

  void add(const Sheet& sheet) {
    for (const Furniture& furniture : sheet.furniture) {
      if (const FurnitureNameplate* nameplate = nameplate_of(furniture)) add(parts, nameplate->part);
      for (const FurnitureText* text : texts_of(furniture)) {
        if (!text->part.empty()) add(parts, text->part);
        for (const std::string_view field : fields_in(text->pattern)) add(fields, field);
      }
    }
  }

 private:
  static void add(std::vector<std::string>& names, std::string_view name) {
    if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
  }
};

bool holds(const std::vector<std::string>& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

void check_shown(const Issue& issue, const Template& design, Report& report) {
  ShownParts shown;
  shown.add(design);
  if (design.inner) {
    shown.add(design.inner->odd);
    shown.add(design.inner->even);
  }
  for (const auto& [name, part] : issue.masthead)
    if (!holds(shown.parts, name) && !holds(shown.fields, name)) report.add(Code::masthead_not_shown, part.at, {name, design.id});
}

}  // namespace

std::vector<PlannedFurniture> plan_furniture(Plan& plan, const Page& page) {
  FurniturePlanner planner(plan, page);
  std::vector<PlannedFurniture> furniture;
  for (const Furniture& what : plan.design.sheet(page.number).furniture) furniture.push_back(planner.plan(what));
  return furniture;
}

void check_masthead(const Issue& issue, const Template& design, Report& report) {
  check_shown(issue, design, report);
  ShownParts wanted;
  for (const Page& page : issue.pages)
    if (page.held) wanted.add(design.sheet(page.number));
  for (const std::string& name : wanted.parts) {
    const MastheadPart* part = part_of(issue, name);
    if (part == nullptr || (part->texts.empty() && !part->artwork)) report.add(Code::masthead_lacks, issue.at, {name, design.id});
  }
}

}  // namespace paiban::document
