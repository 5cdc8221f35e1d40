#include "document/plan.hpp"

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "base/message_table.hpp"
#include "document/continuation.hpp"
#include "document/furniture_plan.hpp"
#include "document/promise.hpp"
#include "document/region_chain.hpp"
#include "document/spread_names.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {
namespace {

/// A role by its element's name; `style` is what sets it where it runs with the text, empty where it never does.
struct RoleRow {
  Role role;
  std::string_view element, style;
};
// A paragraph's style is the flow's own: templates name it there.
constexpr std::string_view style_of_flow = "*";
constexpr auto roles = std::to_array<RoleRow>({{Role::label, "label", ""},
                                               {Role::kicker, "kicker", ""},
                                               {Role::headline, "headline", ""},
                                               {Role::deck, "deck", ""},
                                               {Role::digest, "digest", ""},
                                               {Role::byline, "byline", "byline"},
                                               {Role::paragraph, "p", style_of_flow},
                                               {Role::list_head, "list-head", "list-head"},
                                               {Role::subhead, "subhead", "subhead"},
                                               {Role::note, "note", "note"},
                                               {Role::logo, "logo", ""},
                                               {Role::title, "title", ""},
                                               {Role::caption, "caption", ""},
                                               {Role::credit, "credit", ""},
                                               {Role::jump, "jump", "jump"},
                                               {Role::staff, "staff", "staff"}});
static_assert(std::ranges::all_of(roles, [](const RoleRow& row) { return &row - roles.data() == static_cast<int>(row.role); }),
              "the rows stand in the order of the enumerators, none left out");

const RoleRow& row_of(Role role) { return roles[static_cast<std::size_t>(role)]; }

std::string ids_of(const std::vector<Region>& regions) {
  std::string ids;
  for (const Region& region : regions) ids += (ids.empty() ? "" : ", ") + region.id;
  return ids;
}

/// The region's own things; the inner ones are planned as boxes.
Region without_inner(const Region& region) {
  Region own = region;
  own.regions.clear();
  return own;
}

bool has_inner(const Region& region, std::string_view id) {
  return std::ranges::any_of(region.regions, [id](const Region& inner) { return inner.id == id || has_inner(inner, id); });
}

bool stands_in(const Story& story, std::string_view region) {
  return story.region == region || std::ranges::find(story.further, region) != story.further.end();
}

class Binder {
 public:
  Binder(Plan& plan, Layouts layouts, Report& report) : plan_(&plan), layouts_(std::move(layouts)), report_(&report) {}

  void bind_page(Page& page);

 private:
  void list(const Region& region) {
    regions_.push_back(&region);
    for (const Region& inner : region.regions)
      if (inner.guest) list(inner);
  }
  void take_structure(PlannedPage& planned);
  [[nodiscard]] const Region* region_for(const Story& story, const Page& page);
  [[nodiscard]] bool is_free(const Region& region, const Story& story);
  void report_unknown(const Story& story, int page);
  [[nodiscard]] std::string free_regions(const Page& page) const;
  void sort_for_reading(std::vector<PlannedModule>& modules) const;

  [[nodiscard]] PlannedModule bind_chain(Story& story, const Region& first, const Page& page);
  [[nodiscard]] PlannedModule bind_story(Story& story, const Region& region);
  void bind_block(Block& block, const Region& region, PlannedModule& module);
  [[nodiscard]] const Slot* slot_for(const Block& block, const Region& region, std::size_t nth) const;
  void bind_boxes(Story& story, const Region& region, PlannedModule& module);
  void bind_picture(Story& story, const Region& region, PlannedModule& module);
  void bind_promise(const Story& story, const Region& region, std::size_t came, PlannedModule& module);
  [[nodiscard]] TextId add_label(std::string words, Length width, const std::string& story);
  [[nodiscard]] StyleId style_for(const Block& block, std::string_view usual, const std::string& story);
  [[nodiscard]] std::vector<TextId> add_texts(const Block& block, std::vector<Text>& rows, StyleId style, Length pitch,
                                              const std::string& story);
  [[nodiscard]] PlannedFiller bind_filler(Story& story, int page);
  void report(Code code, const Story& story, std::vector<std::string> arguments) {
    report_->add(code, story.at, std::move(arguments), story.id);
  }

  Plan* plan_;
  Layouts layouts_;
  Report* report_;
  std::vector<const Region*> regions_;                        // outermost and guests of the page at hand, in its order
  std::vector<std::pair<const Region*, std::string>> taken_;  // on the page at hand, with the story
  std::deque<Region> joined_;                                 // of stories in several regions; `taken_` points into them
};

// ---- which region ----

void Binder::bind_page(Page& page) {
  taken_.clear();
  PlannedPage planned;
  planned.number = page.number;
  take_structure(planned);
  planned.furniture = plan_furniture(*plan_, page);
  for (Story& story : page.stories) {
    if (story.spare != Spare::no)
      plan_->fillers.push_back(bind_filler(story, page.number));
    else if (const Region* region = region_for(story, page))
      planned.modules.push_back(bind_chain(story, *region, page));
  }
  sort_for_reading(planned.modules);
  plan_->pages.push_back(std::move(planned));
  page.stories.clear();
}

/// The page's zones: what the issue brings, else the template's.
void Binder::take_structure(PlannedPage& planned) {
  const auto own = layouts_.find(planned.number);
  const Sheet& sheet = plan_->design.sheet(planned.number);
  planned.zones = own != layouts_.end() ? own->second : sheet.zones;
  planned.rules = sheet.rules;
  regions_.clear();
  for (const Zone& zone : planned.zones)
    for (const Region& region : zone.regions) list(region);
}

const Region* Binder::region_for(const Story& story, const Page& page) {
  if (story.region.empty()) {
    report(Code::story_without_region, story, {free_regions(page)});
    return nullptr;
  }
  const auto found = std::ranges::find_if(regions_, [&](const Region* each) { return each->id == story.region; });
  if (found != regions_.end()) return is_free(**found, story) ? *found : nullptr;
  const auto around = std::ranges::find_if(regions_, [&](const Region* each) { return has_inner(*each, story.region); });
  if (around != regions_.end()) {
    report(Code::region_elsewhere, story, {story.region, (*around)->id});
  } else {
    report_unknown(story, page.number);
  }
  return nullptr;
}

bool Binder::is_free(const Region& region, const Story& story) {
  const auto taken = std::ranges::find_if(taken_, [&](const auto& each) { return each.first == &region; });
  if (taken == taken_.end()) {
    taken_.emplace_back(&region, story.id);
    return true;
  }
  report(Code::region_taken, story, {region.id, taken->second});
  return false;
}

void Binder::report_unknown(const Story& story, int page) {
  std::vector<std::string_view> ids;
  for (const Region* region : regions_) ids.emplace_back(region->id);
  const std::string_view meant = nearest(story.region, ids);
  const bool own = layouts_.contains(page);
  report(own ? Code::region_not_in_layout : Code::unknown_region, story,
         {story.region, own ? std::to_string(page) : plan_->design.id, meant.empty() ? std::string{} : std::string(meant) + "? ",
          joined(ids)});
}

std::string Binder::free_regions(const Page& page) const {
  std::vector<std::string_view> ids;
  for (const Region* region : regions_)
    if (std::ranges::none_of(page.stories, [&](const Story& each) { return stands_in(each, region->id); }))
      ids.emplace_back(region->id);
  return joined(ids);
}

/// The lead first, then as the page orders its regions.
void Binder::sort_for_reading(std::vector<PlannedModule>& modules) const {
  const auto rank = [this](const PlannedModule& module) {
    const auto place = std::ranges::find_if(regions_, [&](const Region* each) { return each->id == module.region.id; });
    return std::pair(module.kind != StoryKind::lead, place - regions_.begin());
  };
  std::ranges::stable_sort(modules, {}, rank);
}

// ---- what stands where in it ----

/// The story in its region, or in several of the page as if they were one.
PlannedModule Binder::bind_chain(Story& story, const Region& first, const Page& page) {
  if (story.further.empty()) return bind_story(story, first);
  Region& whole = joined_.emplace_back(first);
  std::vector<Box> outlines;
  Story asking;  // for one region after the other
  asking.id = story.id;
  asking.at = story.at;
  for (const std::string& id : story.further) {
    asking.region = id;
    const Region* next = region_for(asking, page);
    if (next == nullptr) continue;
    if (auto trouble = flow_trouble(plan_->design, whole, *next)) {
      report(trouble->code, story, std::move(trouble->arguments));
      continue;
    }
    append(whole, *next);
    outlines.push_back(next->outline);
  }
  PlannedModule module = bind_story(story, whole);
  module.further = std::move(outlines);
  return module;
}

PlannedModule Binder::bind_story(Story& story, const Region& region) {
  PlannedModule module;
  module.story = story.id;
  module.kind = story.kind;
  module.at = story.at;
  module.wishes = story.wishes;
  module.corrects = story.corrects;
  module.continues = story.continues;
  module.region = without_inner(region);
  const std::size_t came = running_characters(story);
  put_stand_ins(story);
  for (Block& block : story.blocks) bind_block(block, region, module);
  bind_promise(story, region, came, module);
  bind_picture(story, region, module);
  bind_boxes(story, region, module);
  return module;
}

const Slot* Binder::slot_for(const Block& block, const Region& region, std::size_t nth) const {
  for (const Slot& slot : region.slots)
    if (slot.role == block.role && nth-- == 0) return &slot;
  return nullptr;
}

void Binder::bind_block(Block& block, const Region& region, PlannedModule& module) {
  // The second block of a role goes into the second slot of that role.
  const auto before = std::ranges::count_if(module.slots, [&](const PlannedSlot& each) { return each.slot.role == block.role; });
  if (const Slot* slot = slot_for(block, region, static_cast<std::size_t>(before))) {
    const StyleId style = style_for(block, slot->style, module.story);
    const Length pitch = slot->pitch > Length{} ? slot->pitch : plan_->design.styles[style].pitch;
    PlannedSlot& planned =
        module.slots.emplace_back(PlannedSlot{*slot, add_texts(block, block.rows, style, pitch, module.story), {}});
    for (std::vector<Text>& each : block.alternatives)
      planned.alternatives.push_back(add_texts(block, each, style, pitch, module.story));
    return;
  }
  const RoleRow& row = row_of(block.role);
  if (row.style.empty() || region.legs.empty() || module.continues) {
    report_->add(Code::block_without_place, block.at, {std::string(row.element), region.id}, module.story);
    return;
  }
  const bool is_declared = row.style != style_of_flow && plan_->design.style(row.style) != nullptr;
  const StyleId usual = style_for(block, is_declared ? row.style : region.flow_style, module.story);
  const StyleId flow = style_id(plan_->design, region.flow_style);
  const StyleId style = style_written(plan_->design, usual, plan_->design.styles[flow].writing);
  for (const TextId id : add_texts(block, block.rows, style, flow_pitch(plan_->design, region), module.story))
    module.flow.push_back(id);
}

/// The style asked for by name, else the usual one.
StyleId Binder::style_for(const Block& block, std::string_view usual, const std::string& story) {
  if (block.style.empty()) return style_id(plan_->design, usual);
  if (plan_->design.style(block.style) != nullptr) return style_id(plan_->design, block.style);
  std::vector<std::string_view> names;
  for (const Style& style : plan_->design.styles) names.emplace_back(style.name);
  report_->add(Code::unknown_style, block.at, {block.style, plan_->design.id, joined(names)}, story);
  return style_id(plan_->design, usual);
}

/// `rows`: of `block`, or of one of its alternatives.
std::vector<TextId> Binder::add_texts(const Block& block, std::vector<Text>& rows, StyleId style, Length pitch,
                                      const std::string& story) {
  std::vector<TextId> ids;
  const bool spreads_names = plan_->design.styles[style].spread_names;
  for (Text& row : rows) {
    if (spreads_names) row = with_names_joined(row);
    ids.push_back(static_cast<TextId>(plan_->texts.size()));
    plan_->texts.push_back({std::move(row), style, block.role, story, pitch, block.promised});
  }
  return ids;
}

// ---- fillers ----

/// The first of `names` that the design has a style for; the design's first style where it has none.
std::string_view first_style(const Template& design, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    if (design.style(name) != nullptr) return name;
  return design.styles.front().name;
}

PlannedFiller Binder::bind_filler(Story& story, int page) {
  PlannedFiller filler{story.id, story.spare == Spare::anywhere ? 0 : page, {}, {}, story.at};
  for (Block& block : story.blocks) {
    const bool is_head = block.role == Role::headline;
    const RoleRow& row = row_of(block.role);
    if (!is_head && row.style.empty()) {
      report_->add(Code::block_without_place, block.at, {std::string(row.element), "fillers"}, story.id);
      continue;
    }
    const bool is_body = row.style == style_of_flow;
    const std::string_view usual = is_head   ? first_style(plan_->design, {"filler-head", "subhead", "list-head"})
                                   : is_body ? first_style(plan_->design, {"filler", "body"})
                                             : first_style(plan_->design, {row.style, "body"});
    const StyleId style = style_for(block, usual, story.id);
    const std::vector<TextId> texts = add_texts(block, block.rows, style, plan_->design.grid.row, story.id);
    std::vector<TextId>& into = is_head ? filler.head : filler.flow;
    into.insert(into.end(), texts.begin(), texts.end());
  }
  if (story.picture) report_->add(Code::picture_without_place, story.picture->at, {"fillers"}, story.id);
  return filler;
}

void Binder::bind_picture(Story& story, const Region& region, PlannedModule& module) {
  if (!story.picture) return;
  if (region.picture) {
    if (story.picture->promised())
      module.picture_label = add_label(promise_label(*story.picture), region.picture->width, story.id);
    module.picture = std::move(story.picture);
  } else {
    report_->add(Code::picture_without_place, story.picture->at, {region.id}, story.id);
  }
}

void Binder::bind_promise(const Story& story, const Region& region, std::size_t came, PlannedModule& module) {
  if (story.expected == 0 || region.legs.empty()) return;
  module.promise = PlannedPromise{story.expected, static_cast<int>(came), {}};
  if (came == 0) {
    module.copy_label = add_label(promise_label(story.expected), region.legs.front().width, story.id);
    return;
  }
  Block before{Role::paragraph, stand_in_copy(static_cast<std::size_t>(story.expected), story.at), {}, {}, story.at, 0, true};
  module.promise->stand_in =
      add_texts(before, before.rows, style_id(plan_->design, region.flow_style), flow_pitch(plan_->design, region), story.id);
}

/// A label of one row in a box of `width`.
TextId Binder::add_label(std::string words, Length width, const std::string& story) {
  const Style style = label_style(plan_->design.styles.front(), label_size(plan_->design.grid.em, width));
  std::vector<Style>& styles = plan_->design.styles;
  const auto found =
      std::ranges::find_if(styles, [&](const Style& each) { return each.name == style.name && each.size == style.size; });
  const auto id = static_cast<StyleId>(found - styles.begin());
  if (found == styles.end()) styles.push_back(style);
  plan_->texts.push_back({Text{std::move(words), {}, {}, {}}, id, Role::paragraph, story, {}});
  return static_cast<TextId>(plan_->texts.size() - 1);
}

void Binder::bind_boxes(Story& story, const Region& region, PlannedModule& module) {
  for (Story& box : story.boxes) {
    const auto inner =
        std::ranges::find_if(region.regions, [&](const Region& each) { return each.id == box.region && !each.guest; });
    if (inner == region.regions.end()) {
      report(Code::box_without_region, box, {box.region, region.id, ids_of(region.regions)});
    } else if (is_free(*inner, box)) {
      module.boxes.push_back(bind_story(box, *inner));
    }
  }
}

}  // namespace

StyleId style_id(const Template& design, std::string_view name) {
  const auto found = std::ranges::find_if(design.styles, [name](const Style& style) { return style.name == name; });
  return found == design.styles.end() ? 0 : static_cast<StyleId>(found - design.styles.begin());
}

StyleId style_written(Template& design, StyleId style, Writing writing) {
  std::vector<Style>& styles = design.styles;
  if (styles[style].writing == writing) return style;
  for (std::size_t i = 0; i < styles.size(); ++i)
    if (styles[i].name == styles[style].name && styles[i].writing == writing) return static_cast<StyleId>(i);
  Style turned = styles[style];
  turned.writing = writing;
  styles.push_back(std::move(turned));
  return static_cast<StyleId>(styles.size() - 1);
}

Length flow_pitch(const Template& design, const Region& region) {
  const Style& style = design.styles[style_id(design, region.flow_style)];
  // Horizontal lines stand on the grid's rows, whatever their style says.
  return style.writing == Writing::vertical && style.pitch > Length{} ? style.pitch : design.grid.row;
}

Plan bind(Issue issue, Template design, Report& report, Layouts layouts) {
  Plan plan;
  plan.issue = std::move(issue);
  plan.design = std::move(design);
  check_masthead(plan.issue, plan.design, report);
  check_continuations(plan.issue, report);
  Binder binder(plan, std::move(layouts), report);
  for (Page& page : plan.issue.pages)
    if (page.held) binder.bind_page(page);
  link_continuations(plan, report);
  return plan;
}

}  // namespace paiban::document
