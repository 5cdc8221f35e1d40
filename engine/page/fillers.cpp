#include "page/fillers.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/message_table.hpp"
#include "page/legs.hpp"
#include "page/place_words.hpp"
#include "page/rows.hpp"
#include "page/setting.hpp"
#include "page/side_marks.hpp"

namespace paiban::page {
namespace {

using document::PlannedFiller;
using document::Style;
using document::TextId;
using paragraph::Cost;
using paragraph::CostCurve;

// The rule that parts a filler from the story above it takes a row.
constexpr int rule_rows = 1;
// One line alone under a rule looks like a slip.
constexpr int fewest_lines = 2;

class FillerSetter {
 public:
  FillerSetter(const Material& material, const PlannedFiller& filler, const Leg& below)
      : m_(material), filler_(filler), leg_(below) {
    for (const TextId id : filler.flow) {
      request_.paragraphs.push_back(&material.texts[id]);
      request_.settings.push_back(setting_for(material.plan.style_of(id), material.texts[id].em, below.box.width));
      request_.heads.push_back(false);
    }
  }

  /// How many of the leg's rows the filler takes, its rule counted, so that nothing stays white below a story of this curve in
  /// `room` rows; nullopt where that cannot be had.
  [[nodiscard]] std::optional<int> rows(const CostCurve& story, int room) {
    if (filler_.flow.empty() || !heads_fit() || runs_down()) return std::nullopt;
    request_.legs = {leg_.rows};
    const CostCurve own = fit_copy(request_).fit.curve;
    const Cost cheapest = own.at(own.cheapest()).value_or(0) + story.at(story.cheapest()).value_or(0);
    std::optional<int> best;
    Cost least = 0;
    for (int lines = fewest_lines; above() + lines < leg_.rows; ++lines) {
      const auto cost = own.at(lines), rest = story.at(room - above() - lines);
      if (!cost || !rest || (best && *cost + *rest >= least)) continue;
      if (*cost + *rest - cheapest >= paragraph::forbidden::too_loose) continue;  // neither is spoilt for the other
      least = *cost + *rest;
      best = above() + lines;
    }
    return best;
  }

  /// In the last `rows` rows of the leg.
  [[nodiscard]] SetStory set(int rows, const std::string& within) {
    SetStory story;
    story.id = filler_.story;
    story.kind = document::StoryKind::filler;
    story.within = within;
    const Length row = m_.plan.design.grid.row;
    Box box = leg_.box;
    box.y = leg_.box.bottom() - row * rows;
    box.height = row * rows;
    story.outline = {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
    add_rule({box.x, box.y + row / 2}, box.right(), story);
    box.y += row * rule_rows;
    for (const TextId id : filler_.head) {
      story.heads.push_back(head(id, box));
      box.y += row;
    }
    add_lines({box.x, box.y, box.width, leg_.box.bottom() - box.y}, rows - above(), story);
    return story;
  }

 private:
  /// Rows above its first line.
  [[nodiscard]] int above() const { return rule_rows + static_cast<int>(filler_.head.size()); }

  [[nodiscard]] Row row_of(TextId id) const {
    const Style& style = m_.plan.style_of(id);
    return set_row(m_.texts[id], style, leg_.box.width, style.align);
  }

  [[nodiscard]] bool heads_fit() const {
    for (const TextId id : filler_.head)
      if (row_of(id).too_wide || m_.plan.style_of(id).size > m_.plan.design.grid.row) return false;
    return true;
  }

  [[nodiscard]] bool runs_down() const {
    return std::ranges::any_of(filler_.flow,
                               [this](TextId id) { return m_.plan.style_of(id).writing == document::Writing::vertical; });
  }

  [[nodiscard]] Head head(TextId id, const Box& at) const {
    const Row row = row_of(id);
    const Length size = m_.plan.style_of(id).size;
    const document::Grid& grid = m_.plan.design.grid;
    const Length top = at.y + grid.text_top + (grid.em - size) / 2;
    return {document::Role::headline, {at.x, top, at.width, size}, {{id, row.line, {at.x + row.x, top}}}};
  }

  /// The finest rule that the design has, in its first colour.
  void add_rule(Point from, Length right, SetStory& story) const {
    const document::Template& design = m_.plan.design;
    if (design.weights.empty() || design.swatches.empty()) return;
    const auto finest = std::ranges::min_element(design.weights, {}, &document::Weight::width);
    story.rules.push_back({from, {right, from.y}, finest->width, design.swatches.front().name});
  }

  void add_lines(const Box& box, int lines, SetStory& story) {
    Leg leg = leg_;
    leg.box = box;
    leg.rows = lines;
    request_.legs = {lines};
    CopyResult copy = fit_copy(request_);
    for (std::size_t p = 0; p < copy.lines.size(); ++p)
      for (const paragraph::Line& line : copy.lines[p])
        leg.lines.push_back(set_in(m_.plan, filler_.flow[p], m_.texts[filler_.flow[p]].em, line, leg));
    story.legs.push_back(std::move(leg));
    story.fit = std::move(copy.fit);
  }

  const Material& m_;
  const PlannedFiller& filler_;
  const Leg leg_;  ///< the story's last one, without lines
  CopyRequest request_;
};

/// By its head, else by its first words.
std::string words_of_filler(const document::Plan& plan, const PlannedFiller& filler) {
  const TextId id = filler.head.empty() ? filler.flow.front() : filler.head.front();
  return both_ends(plan.texts[id].text.utf8);
}

}  // namespace

std::optional<SetFiller> fill_white(const Material& material, const document::PlannedModule& module, const std::string& page,
                                    const FillersLeft& fillers, CopyRequest& request, CopyResult& copy, Leg& last) {
  if (fillers.used.empty() || last.writing == document::Writing::vertical) return std::nullopt;
  if (!request.shorter.empty()) {  // no word of a story goes to make room for a filler
    request.shorter.clear();
    copy = fit_copy(request);
  }
  const int white = copy.fit.room - copy.fit.lines;
  for (std::size_t i = 0; i < fillers.used.size(); ++i) {
    const PlannedFiller& filler = material.plan.fillers[i];
    if (fillers.used[i] || (filler.page != 0 && filler.page != fillers.page)) continue;
    FillerSetter setter(material, filler, last);
    const auto rows = setter.rows(copy.fit.curve, copy.fit.room);
    if (!rows) continue;
    fillers.used[i] = true;
    SetStory set = setter.set(*rows, module.story);
    set.words = words_of_filler(material.plan, filler);
    set_marks(material, page + " " + set.words, set);
    last.rows -= *rows;
    last.box.height -= material.plan.design.grid.row * *rows;
    request.legs.back() -= *rows;
    copy = fit_copy(request);
    material.report.add(Code::filler_taken, module.at, {std::to_string(white), set.words}, module.story,
                        page + " " + story_words(material.plan, module));
    Lever lever{Lever::Kind::filler, 0, 0, 0, *rows, set.words, filler.at};
    return SetFiller{std::move(set), std::move(lever)};
  }
  return std::nullopt;
}

}  // namespace paiban::page
