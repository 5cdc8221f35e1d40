#include "page/compose_page.hpp"

#include <algorithm>

#include "base/message_table.hpp"
#include "page/copyfit.hpp"
#include "page/crop.hpp"
#include "page/furniture.hpp"
#include "page/heads.hpp"
#include "page/legs.hpp"
#include "page/line_troubles.hpp"
#include "page/place_words.hpp"
#include "page/promise.hpp"
#include "page/rows.hpp"
#include "page/setting.hpp"
#include "page/side_marks.hpp"

namespace paiban::page {
namespace {

using document::PlannedModule;
using document::Role;
using document::TextId;
using paragraph::Line;

bool is_head(Role role) { return role == Role::list_head || role == Role::subhead; }

class ModuleComposer {
 public:
  ModuleComposer(const Material& material, int page) : m_(material), page_(page_words(page)) {}

  [[nodiscard]] SetStory compose(const PlannedModule& module, const std::string& within) const {
    SetStory story;
    story.id = module.story;
    story.kind = module.kind;
    story.within = within;
    const Box& box = module.region.outline;
    story.outline = {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
    for (const document::RuleSpec& rule : module.region.rules) story.rules.push_back(set_rule(m_.plan.design, rule));
    if (module.region.picture && module.picture)
      story.pictures.push_back(set_picture(module.story, *module.region.picture, *module.picture));
    set_heads(m_, module, page_, story);
    if (!module.region.legs.empty()) set_copy(module, story);
    set_promise(m_, module, module.region.legs.empty() ? Length{} : measure_of(m_.plan.design, module.region), story);
    report_promise(module, story);
    set_marks(m_, page_ + " " + story_words(m_.plan, module), story);
    for (const PlannedModule& inner : module.boxes) story.boxes.push_back(compose(inner, module.story));
    return story;
  }

 private:
  void set_copy(const PlannedModule& module, SetStory& story) const {
    CopyRequest request;
    story.legs = legs_of(m_.plan.design, module.region);
    const Length measure = measure_of(m_.plan.design, module.region);
    for (const TextId id : module.flow) {
      request.paragraphs.push_back(&m_.texts[id]);
      request.settings.push_back(setting_for(m_.plan.style_of(id), m_.texts[id].em, measure));
      request.heads.push_back(is_head(m_.plan.texts[id].role));
    }
    for (const Leg& leg : story.legs) request.legs.push_back(leg.rows);
    CopyResult copy = fit_copy(request);
    place_lines(module, copy, story);
    report_copy(module, copy, story);
    story.fit = std::move(copy.fit);
  }

  /// Line by line through each leg; what is over is not placed.
  void place_lines(const PlannedModule& module, const CopyResult& copy, SetStory& story) const {
    std::size_t leg = 0;
    for (std::size_t p = 0; p < copy.lines.size(); ++p) {
      const document::Style& style = m_.plan.style_of(module.flow[p]);
      for (Line line : copy.lines[p]) {
        while (leg < story.legs.size() && static_cast<int>(story.legs[leg].lines.size()) == story.legs[leg].rows) ++leg;
        if (leg == story.legs.size()) return;
        Leg& into = story.legs[leg];
        if (style.align == document::Align::spread) spread(line);
        const Length start = margin_of(style, m_.texts[module.flow[p]].em) +
                             (line.justified ? Length{} : aligned(line.set, line.measure, style.align));
        into.lines.push_back({module.flow[p], line, next_line(m_.plan.design.grid, into, style.size, start)});
      }
    }
  }

  void report_copy(const PlannedModule& module, const CopyResult& copy, const SetStory& story) const {
    const int over = copy.fit.lines - copy.fit.room;
    if (over != 0) {
      const Cure cure = copy.fit.cures.empty() ? Cure{} : copy.fit.cures.front();
      m_.report.add(over > 0 ? Code::copy_over : Code::copy_under, module.at,
                    {std::to_string(std::abs(over)), std::to_string(cure.characters), std::to_string(cure.paragraph)},
                    module.story, page_ + " " + story_words(m_.plan, module));
    }
    for (std::size_t leg = 0; leg < story.legs.size(); ++leg)
      for (std::size_t row = 0; row < story.legs[leg].lines.size(); ++row) report_line(module, story, leg, row);
  }

  /// 留版: copy that came in other lines than were promised.
  void report_promise(const PlannedModule& module, const SetStory& story) const {
    if (!story.promised || story.promised->lines_more == 0) return;
    const Promised& promised = *story.promised;
    m_.report.add(
        promised.lines_more > 0 ? Code::promise_longer : Code::promise_shorter, module.at,
        {std::to_string(promised.characters), std::to_string(promised.came), std::to_string(std::abs(promised.lines_more))},
        module.story, page_ + " " + story_words(m_.plan, module));
  }

  /// What a reader's eye stops at: a line too loose, a break in need, a character alone, a last line on top of a leg.
  void report_line(const PlannedModule& module, const SetStory& story, std::size_t leg, std::size_t row) const {
    const SetLine& set = story.legs[leg].lines[row];
    if (m_.plan.texts[set.text].promised) return;  // nobody reads a stand-in
    const text::ShapedParagraph& text = m_.texts[set.text];
    const Line& line = set.line;
    const auto say = [&](Code code, std::vector<std::string> arguments) {
      m_.report.add(code, document::place_of(m_.plan.texts[set.text].text, text.units[line.first].start), std::move(arguments),
                    module.story,
                    page_ + " " + story_words(m_.plan, module) + " 第" + std::to_string(leg + 1) + "栏 第" +
                        std::to_string(row + 1) + "行");
    };
    const bool last = line.last == text.units.size();
    const bool spread = last && m_.plan.style_of(set.text).align == document::Align::spread;  // loose on purpose
    for (LineTrouble& trouble : troubles_in(text, line))
      if (!spread || trouble.code != Code::loose_line) say(trouble.code, std::move(trouble.arguments));
    if (last && line.first > 0 && leg > 0 && row == 0) say(Code::widow_line, {});
  }

  const Material& m_;
  std::string page_;
};

ComposedPage compose_page(const Material& material, const document::PlannedPage& planned) {
  const document::Template& design = material.plan.design;
  ComposedPage page;
  page.number = planned.number;
  page.width = design.width;
  page.height = design.height;
  for (const document::PlannedFurniture& furniture : planned.furniture) set_furniture(material, furniture, page);
  for (const document::RuleSpec& rule : planned.rules) page.rules.push_back(set_rule(design, rule));
  for (const document::Zone& zone : planned.zones) {
    for (const document::RuleSpec& rule : zone.rules) page.rules.push_back(set_rule(design, rule));
    const Length top = design.grid.row_top(zone.rows.first), height = design.grid.row * zone.rows.count();
    for (const document::Column& column : zone.columns) page.columns.push_back({column.x, top, column.width, height});
  }
  const ModuleComposer composer(material, planned.number);
  for (const PlannedModule& module : planned.modules) page.stories.push_back(composer.compose(module, {}));
  return page;
}

}  // namespace

std::vector<ComposedPage> compose_pages(const document::Plan& plan, std::span<const text::ShapedParagraph> texts,
                                        Report& report) {
  const Material material{plan, texts, report};
  std::vector<ComposedPage> pages;
  for (const document::PlannedPage& planned : plan.pages) pages.push_back(compose_page(material, planned));
  return pages;
}

}  // namespace paiban::page
