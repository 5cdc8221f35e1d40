#include "document/continuation.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/message_table.hpp"
#include "document/han_number.hpp"
#include "document/region_chain.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {
namespace {

// ---- what the issue asks for ----

/// Where a story stands in the issue; `within`: the story that a box is in.
struct Known {
  int page = 0;
  std::string within;
};

class ContinuationCheck {
 public:
  ContinuationCheck(Issue& issue, Report& report) : issue_(issue), report_(report) {
    for (const Page& page : issue.pages) note(page.stories, page.number, {});
  }

  void run() {
    for (Page& page : issue_.pages) {
      std::map<std::string, SourcePlace> seen;
      std::erase_if(page.stories, [&](Story& story) { return story.continues && !may_stand(story, page.number, seen); });
    }
  }

 private:
  void note(const std::vector<Story>& stories, int page, const std::string& within) {
    for (const Story& story : stories) {
      if (!story.continues && story.spare == Spare::no) known_.try_emplace(story.id, Known{page, within});
      note(story.boxes, page, story.id);
    }
  }

  bool may_stand(Story& story, int page, std::map<std::string, SourcePlace>& seen) {
    const auto found = known_.find(story.id);
    if (found == known_.end()) return refuse(Code::continuation_unknown, story, {story.id, nearest_id(story.id)});
    const Known& known = found->second;
    if (!known.within.empty()) return refuse(Code::continuation_of_box, story, {story.id, known.within});
    const std::string here = std::to_string(page), there = std::to_string(known.page);
    if (known.page == page) return refuse(Code::continuation_same_page, story, {story.id, here, story.region});
    if (known.page > page) return refuse(Code::continuation_before, story, {story.id, here, there});
    const auto [first, inserted] = seen.try_emplace(story.id, story.at);
    if (!inserted) return refuse(Code::continuation_twice, story, {story.id, here, std::to_string(first->second.line)});
    drop_text(story);
    return true;
  }

  bool refuse(Code code, const Story& story, std::vector<std::string> arguments) {
    report_.add(code, story.at, std::move(arguments), story.id);
    return false;
  }

  void drop_text(Story& story) {
    const auto text = std::ranges::find(story.blocks, Role::paragraph, &Block::role);
    if (text == story.blocks.end()) return;
    report_.add(Code::continuation_text, text->at, {story.id}, story.id);
    std::erase_if(story.blocks, [](const Block& block) { return block.role == Role::paragraph; });
  }

  [[nodiscard]] std::string nearest_id(const std::string& id) const {
    std::vector<std::string_view> ids;
    for (const auto& [known, where] : known_)
      if (where.within.empty()) ids.push_back(known);
    const std::string_view meant = nearest(id, ids);
    return meant.empty() ? joined(ids) : std::string(meant) + "?";
  }

  Issue& issue_;
  Report& report_;
  std::map<std::string, Known> known_;
};

// ---- the parts of a story ----

class Linker {
 public:
  Linker(Plan& plan, Report& report) : plan_(plan), report_(report) {}

  void run() {
    for (std::size_t page = 0; page < plan_.pages.size(); ++page) {
      std::vector<PlannedModule>& modules = plan_.pages[page].modules;
      std::erase_if(modules, [&](PlannedModule& module) { return module.continues && !may_follow(module); });
      for (std::size_t i = 0; i < modules.size(); ++i) add_part({page, i});
    }
    for (const auto& [story, parts] : parts_)
      if (parts.size() > 1) tie(parts);
  }

 private:
  PlannedModule& at(const ModulePlace& place) { return plan_.pages[place.page].modules[place.module]; }

  /// The text of the story's first part can go on in `module`.
  bool may_follow(const PlannedModule& module) {
    const auto found = parts_.find(module.story);
    if (found == parts_.end()) return false;
    const Region& before = at(found->second.front()).region;
    if (module.region.legs.empty()) return refuse({Code::continuation_without_legs, {module.region.id}}, module);
    if (before.legs.empty()) return refuse({Code::continuation_without_legs, {before.id}}, module);
    const auto trouble = flow_trouble(plan_.design, before, module.region);
    return trouble ? refuse(*trouble, module) : true;
  }

  bool refuse(const FlowTrouble& trouble, const PlannedModule& module) {
    report_.add(trouble.code, module.at, trouble.arguments, module.story);
    return false;
  }

  void add_part(const ModulePlace& place) {
    PlannedModule& module = at(place);
    std::vector<ModulePlace>& parts = parts_[module.story];
    if (module.continues) module.kind = at(parts.front()).kind;
    parts.push_back(place);
  }

  void tie(const std::vector<ModulePlace>& parts) {
    for (std::size_t part = 0; part < parts.size(); ++part) {
      at(parts[part]).chain = ChainPart{plan_.chains.size(), part};
      const JumpForms forms = plan_.design.jump;
      if (part > 0) at(parts[part]).jump_back = jump_line(forms.back, parts[part - 1], at(parts[part]));
      if (part + 1 < parts.size()) at(parts[part]).jump_ahead = jump_line(forms.ahead, parts[part + 1], at(parts[part]));
    }
    plan_.chains.push_back(parts);
  }

  /// The line that leads from `module` to the page of `other`; nullopt: it has taken a slot.
  std::optional<TextId> jump_line(std::string form, const ModulePlace& other, PlannedModule& module) {
    const int page = plan_.pages[other.page].number;
    replace(form, "{page}", std::to_string(page));
    replace(form, "{page-han}", han_number(page));
    PlannedText planned;
    planned.text.utf8 = std::move(form);
    planned.text.anchors.push_back({0, module.at});
    planned.role = Role::jump;
    planned.story = module.story;
    const auto id = static_cast<TextId>(plan_.texts.size());
    const Slot* slot = free_slot(module);
    planned.style = slot != nullptr ? style_id(plan_.design, slot->style) : style_in_flow(module.region);
    planned.pitch = slot != nullptr ? Length{} : flow_pitch(plan_.design, module.region);
    plan_.texts.push_back(std::move(planned));
    if (slot == nullptr) return id;
    module.slots.push_back({*slot, {id}});
    return std::nullopt;
  }

  static void replace(std::string& form, std::string_view field, const std::string& value) {
    for (std::size_t at = form.find(field); at != std::string::npos; at = form.find(field, at + value.size()))
      form.replace(at, field.size(), value);
  }

  /// The first of the region's slots for jump lines that nothing stands in.
  static const Slot* free_slot(const PlannedModule& module) {
    auto taken = std::ranges::count_if(module.slots, [](const PlannedSlot& each) { return each.slot.role == Role::jump; });
    for (const Slot& slot : module.region.slots)
      if (slot.role == Role::jump && taken-- == 0) return &slot;
    return nullptr;
  }

  StyleId style_in_flow(const Region& region) {
    const StyleId flow = style_id(plan_.design, region.flow_style);
    const bool own = plan_.design.style(plan_.design.jump.style) != nullptr;
    return style_written(plan_.design, own ? style_id(plan_.design, plan_.design.jump.style) : flow,
                         plan_.design.styles[flow].writing);
  }

  Plan& plan_;
  Report& report_;
  std::map<std::string, std::vector<ModulePlace>> parts_;  // by story, in the order of pages
};

}  // namespace

void check_continuations(Issue& issue, Report& report) { ContinuationCheck(issue, report).run(); }

void link_continuations(Plan& plan, Report& report) { Linker(plan, report).run(); }

}  // namespace paiban::document
