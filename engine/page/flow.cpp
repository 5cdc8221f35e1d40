#include "page/flow.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "base/message_table.hpp"
#include "page/copyfit.hpp"
#include "page/cuts.hpp"
#include "page/fillers.hpp"
#include "page/legs.hpp"
#include "page/line_troubles.hpp"
#include "page/place_words.hpp"
#include "page/rows.hpp"
#include "page/setting.hpp"

namespace paiban::page {
namespace {

using document::Align;
using document::PlannedModule;
using document::Role;
using document::TextId;
using paragraph::Line;

// 孤行 at a page's end: so many rows may stay white for it. Two are enough: a paragraph of three lines moves whole.
constexpr int most_white = 2;
// Between a paragraph's last line and the jump line in it, in em of the jump line.
constexpr int jump_white = 1;

/// Where the text is parted by a page's end.
struct Break {
  std::size_t paragraph = 0;  ///< of the last line above
  std::size_t line = 0;       ///< in it
  bool ends = false;          ///< nothing of the paragraph is below
};

/// 一版 头条; of a story on several pages, 一版 三版 头条.
std::string place_of_all(const Material& material, std::span<const FlowPart> parts) {
  std::string place;
  for (const FlowPart& part : parts) place += page_words(part.page) + " ";
  return place + story_words(material.plan, *parts.front().module);
}

class FlowSetter {
 public:
  FlowSetter(const Material& material, std::span<const FlowPart> parts, std::vector<bool>& fillers_used)
      : m_(material),
        parts_(parts),
        first_(*parts.front().module),
        fillers_used_(fillers_used),
        sets_(parts.size()),
        given_(parts.size(), 0) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      sets_[i].legs = legs_of(m_.plan.design, parts[i].module->region);
      if (parts[i].module->jump_back) take_from_start(sets_[i].legs.front(), 1);
    }
    measure_ = measure_of(m_.plan.design, first_.region);
    for (const TextId id : first_.flow) {
      request_.paragraphs.push_back(&m_.texts[id]);
      request_.settings.push_back(setting_for(m_.plan.style_of(id), m_.texts[id].em, measure_));
      request_.heads.push_back(stands_on_text(m_.plan.texts[id].role));
    }
    offer_cuts(m_, first_, request_);
  }

  [[nodiscard]] std::vector<SetFlow> run() {
    CopyResult copy = fit();
    while (give_a_row(copy)) copy = fit();
    if (takes_filler(copy)) add_filler(copy);
    place_lines(copy);
    for (std::size_t i = 0; i < parts_.size(); ++i) set_jumps(i, copy);
    std::ranges::move(tell_cuts(m_, first_, copy, place_of_all(m_, parts_)), std::back_inserter(sets_.front().levers));
    share(copy);
    return std::move(sets_);
  }

 private:
  // ---- fitting ----

  [[nodiscard]] CopyResult fit() {
    request_.legs.clear();
    request_.page_ends.clear();
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      for (const Leg& leg : sets_[i].legs) request_.legs.push_back(leg.rows);
      if (i + 1 < sets_.size()) request_.page_ends.push_back(request_.legs.size() - 1);
    }
    return fit_copy(request_);
  }

  /// Takes a row from the first part that has none for its jump line yet, or that leaves a line alone. False: all is well.
  bool give_a_row(const CopyResult& copy) {
    for (std::size_t i = 0; i + 1 < parts_.size(); ++i) {
      const int most = most_white + (parts_[i].module->jump_ahead ? 1 : 0);
      Leg& leg = sets_[i].legs.back();
      if (given_[i] == most || leg.rows == 0 || !wants_row(i, copy)) continue;
      take_from_end(leg, 1);
      ++given_[i];
      return true;
    }
    return false;
  }

  [[nodiscard]] bool wants_row(std::size_t part, const CopyResult& copy) const {
    const auto at = break_after(part, copy);
    if (!at) return false;
    const bool needs = parts_[part].module->jump_ahead && given_[part] == 0;
    if (needs && !jump_in_line(part, copy)) return true;
    return leaves_alone(*at, copy);
  }

  /// Nullopt where the text ends before.
  [[nodiscard]] std::optional<Break> break_after(std::size_t part, const CopyResult& copy) const {
    int rows = 0;
    for (std::size_t i = 0; i <= part; ++i) rows += rows_of(i);
    if (rows == 0 || rows >= copy.fit.lines) return std::nullopt;
    for (std::size_t p = 0; p < copy.lines.size(); ++p) {
      const int count = static_cast<int>(copy.lines[p].size());
      if (rows <= count) return Break{p, static_cast<std::size_t>(rows) - 1, rows == count};
      rows -= count;
    }
    return std::nullopt;
  }

  [[nodiscard]] int rows_of(std::size_t part) const {
    return std::accumulate(sets_[part].legs.begin(), sets_[part].legs.end(), 0,
                           [](int sum, const Leg& leg) { return sum + leg.rows; });
  }

  /// A head without its text, or the first or the last line of a paragraph without the others.
  [[nodiscard]] bool leaves_alone(const Break& at, const CopyResult& copy) const {
    if (at.ends) return request_.heads[at.paragraph];
    return at.line == 0 || at.line + 2 == copy.lines[at.paragraph].size();
  }

  // ---- fillers ----

  /// Not where the story goes on elsewhere, nor below a stand-in: nobody knows what its copy will leave.
  [[nodiscard]] bool takes_filler(const CopyResult& copy) const {
    const bool has_come = !first_.promise || first_.promise->came > 0;
    return copy.fit.lines < copy.fit.room && parts_.size() == 1 && first_.further.empty() && has_come;
  }

  void add_filler(CopyResult& copy) {
    SetFlow& set = sets_.front();
    const int page = parts_.front().page;
    auto filler = fill_white(m_, first_, page_words(page), {page, fillers_used_}, request_, copy, set.legs.back());
    if (!filler) return;
    set.levers.push_back(std::move(filler->lever));
    set.filler = std::move(filler->box);
  }

  // ---- jump lines ----

  [[nodiscard]] Row jump_row(TextId id, Align align) const {
    return set_row(m_.texts[id], m_.plan.style_of(id), measure_, align);
  }

  /// A paragraph ends where the part does, and its last line has room for the jump line.
  [[nodiscard]] bool jump_in_line(std::size_t part, const CopyResult& copy) const {
    const auto at = break_after(part, copy);
    if (!at || !at->ends || given_[part] > 0) return false;
    const Line& line = copy.lines[at->paragraph][at->line];
    const TextId above = first_.flow[at->paragraph], jump = *parts_[part].module->jump_ahead;
    const Align align = m_.plan.style_of(above).align;
    if (align != Align::justify && align != Align::start) return false;
    const Length used = margin_of(m_.plan.style_of(above), m_.texts[above].em) + line.indent + line.set;
    return used + m_.texts[jump].em * jump_white + jump_row(jump, Align::end).line.set <= measure_;
  }

  void set_jumps(std::size_t part, const CopyResult& copy) {
    const PlannedModule& module = *parts_[part].module;
    SetFlow& set = sets_[part];
    if (module.jump_back) set.jump_back = jump_head(*module.jump_back, Align::start, set.legs.front(), -1);
    if (!module.jump_ahead) return;
    const Leg& last = set.legs.back();
    const bool in_line = jump_in_line(part, copy);
    if (!in_line && given_[part] == 0 && !ends_early(part)) return;  // no row could be had
    set.jump_ahead = jump_head(*module.jump_ahead, Align::end, last, in_line ? last.rows - 1 : last.rows + given_[part] - 1);
  }

  /// The legs of the part are not full: its last row is free.
  [[nodiscard]] bool ends_early(std::size_t part) const {
    const Leg& last = sets_[part].legs.back();
    return static_cast<int>(last.lines.size()) < last.rows;
  }

  [[nodiscard]] Head jump_head(TextId id, Align align, const Leg& leg, int index) const {
    const Row row = jump_row(id, align);
    const Length size = m_.plan.style_of(id).size;
    const Point at = line_at(m_.plan.design.grid, leg, index, size, row.x);
    Head head;
    head.role = Role::jump;
    head.box = leg.writing == document::Writing::vertical ? Box{at.x - size, at.y, size, row.line.set}
                                                          : Box{at.x, at.y, row.line.set, size};
    head.rows.push_back({id, row.line, at});
    return head;
  }

  // ---- lines ----

  /// Line by line through each leg; what is over is not placed.
  void place_lines(const CopyResult& copy) {
    std::vector<Leg*> legs;
    for (SetFlow& set : sets_)
      for (Leg& leg : set.legs) legs.push_back(&leg);
    const std::vector<TextId> flow = flow_as_set(first_, copy);
    auto into = legs.begin();
    for (std::size_t p = 0; p < copy.lines.size(); ++p) {
      for (const Line& line : copy.lines[p]) {
        while (into != legs.end() && static_cast<int>((*into)->lines.size()) == (*into)->rows) ++into;
        if (into == legs.end()) return;
        (*into)->lines.push_back(set_in(m_.plan, flow[p], m_.texts[flow[p]].em, line, **into));
      }
    }
  }

  /// To each part what is its own of the fit.
  void share(CopyResult& copy) {
    if (parts_.size() == 1) {
      sets_.front().fit = std::move(copy.fit);
      return;
    }
    WholeFit whole{{}, copy.fit.room, copy.fit.lines};
    for (const FlowPart& part : parts_) whole.pages.push_back(part.page);
    int left = copy.fit.lines;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const bool last = i + 1 == parts_.size();
      CopyFit& fit = sets_[i].fit;
      for (const Leg& leg : sets_[i].legs) fit.legs.push_back(leg.rows);
      fit.room = rows_of(i);
      fit.lines = last ? left : std::min(left, fit.room);
      left -= fit.lines;
      fit.curve = copy.fit.curve;
      fit.spent = copy.fit.spent;
      if (last) fit.cures = copy.fit.cures;
      fit.whole = whole;
    }
  }

  const Material& m_;
  std::span<const FlowPart> parts_;
  const PlannedModule& first_;
  std::vector<bool>& fillers_used_;
  std::vector<SetFlow> sets_;
  std::vector<int> given_;  // rows of each part's last leg that are not the text's
  Length measure_;
  CopyRequest request_;
};

// ---- what is said of it ----

/// The ways out; where there is none that can be counted, the plain one.
std::string hint(const std::vector<Cure>& cures, int over, Language language) {
  if (!cures.empty()) return words_of(cures, language);
  if (language == Language::chinese) return over > 0 ? "删去这些行" : "增写这些行";
  return over > 0 ? "cut so many lines" : "write so many lines more";
}

class FlowReporter {
 public:
  FlowReporter(const Material& material, std::span<const FlowPart> parts, std::span<const SetFlow> flows)
      : m_(material), parts_(parts), first_(*parts.front().module), flows_(flows) {}

  void run() const {
    report_copy();
    for (std::size_t part = 0; part < parts_.size(); ++part)
      for (std::size_t leg = 0; leg < flows_[part].legs.size(); ++leg)
        for (std::size_t row = 0; row < flows_[part].legs[leg].lines.size(); ++row) report_line(part, leg, row);
  }

 private:
  void report_copy() const {
    const CopyFit& fit = flows_.back().fit;
    const int over = fit.whole ? fit.whole->lines - fit.whole->room : fit.lines - fit.room;
    if (over == 0) return;
    m_.report.add(
        over > 0 ? Code::copy_over : Code::copy_under, first_.at,
        {std::to_string(std::abs(over)), hint(fit.cures, over, Language::english), hint(fit.cures, over, Language::chinese)},
        first_.story, place_of_all(m_, parts_));
  }

  /// What a reader's eye stops at: a line too loose, a break in need, a character alone, a last line on top of a leg.
  void report_line(std::size_t part, std::size_t leg, std::size_t row) const {
    const SetLine& set = flows_[part].legs[leg].lines[row];
    if (m_.plan.texts[set.text].promised) return;  // nobody reads a stand-in
    const text::ShapedParagraph& text = m_.texts[set.text];
    const Line& line = set.line;
    const auto say = [&](Code code, std::vector<std::string> arguments) {
      m_.report.add(code, document::place_of(m_.plan.texts[set.text].text, text.units[line.first].start), std::move(arguments),
                    first_.story,
                    page_words(parts_[part].page) + " " + story_words(m_.plan, *parts_[part].module) + " 第" +
                        std::to_string(leg + 1) + "栏 第" + std::to_string(row + 1) + "行");
    };
    const bool last = line.last == text.units.size();
    const bool spread = last && m_.plan.style_of(set.text).align == Align::spread;  // loose on purpose
    for (LineTrouble& trouble : troubles_in(text, line))
      if (!spread || trouble.code != Code::loose_line) say(trouble.code, std::move(trouble.arguments));
    if (last && line.first > 0 && part + leg > 0 && row == 0) say(Code::widow_line, {});
  }

  const Material& m_;
  std::span<const FlowPart> parts_;
  const PlannedModule& first_;
  std::span<const SetFlow> flows_;
};

}  // namespace

std::vector<SetFlow> set_flow(const Material& material, std::span<const FlowPart> parts, std::vector<bool>& fillers_used) {
  return FlowSetter(material, parts, fillers_used).run();
}

void report_flow(const Material& material, std::span<const FlowPart> parts, std::span<const SetFlow> flows) {
  FlowReporter(material, parts, flows).run();
}

}  // namespace paiban::page
