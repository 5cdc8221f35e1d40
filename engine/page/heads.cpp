#include "page/heads.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/message_table.hpp"
#include "page/head_fit.hpp"
#include "page/place_words.hpp"
#include "page/rows.hpp"
#include "page/setting.hpp"
#include "paragraph/compose.hpp"
#include "paragraph/ruler.hpp"

namespace paiban::page {
namespace {

using document::Align;
using document::PlannedSlot;
using document::Role;
using document::Slot;
using document::Style;
using document::TextId;
using paragraph::Line;

// A credit joins the caption's last line where this much white stays between them; in em of the caption.
constexpr Ratio credit_white{10'000};

/// Rows of a head without a pitch of its own stand a fifth of their size apart.
constexpr Ratio usual_pitch{12'000};

constexpr std::string_view em_space = "\u3000";

class HeadSetter {
 public:
  HeadSetter(const Material& material, const document::PlannedModule& module, const std::string& page, SetStory& story)
      : m_(material), module_(module), page_(page), story_(story) {}

  void run() {
    for (const PlannedSlot& planned : module_.slots) {
      if (planned.rows.empty()) continue;
      if (planned.alternatives.empty())
        set(planned);
      else
        set(fitting(planned));
    }
    check_sizes();
  }

 private:
  /// What the rows of a head may take: along them, and how many of them.
  struct Room {
    Length width;
    int rows = 1;
  };

  void set(const PlannedSlot& planned) {
    if (planned.slot.role == Role::credit)
      set_credit(planned);
    else if (!planned.slot.ground.empty())
      set_logo(planned);
    else if (style_of(planned).align == Align::justify)
      set_running(planned);
    else
      set_rows(planned);
  }

  /// 备用标题: the head as given; where it does not fit and one of its alternatives does, with that one's rows.
  [[nodiscard]] PlannedSlot fitting(const PlannedSlot& planned) {
    if (fits(planned)) return planned;
    for (std::size_t i = 0; i < planned.alternatives.size(); ++i) {
      PlannedSlot other = planned;
      other.rows = planned.alternatives[i];
      if (!fits(other)) continue;
      tell_alternative(other, static_cast<int>(i) + 1);
      return other;
    }
    return planned;
  }

  [[nodiscard]] bool fits(const PlannedSlot& planned) const {
    const Room room = room_of(planned);
    const HeadSetting setting = setting_in(planned, room);
    return static_cast<int>(setting.rows.size()) <= room.rows &&
           std::ranges::none_of(setting.rows, [](const HeadRow& row) { return row.row.too_wide; });
  }

  void tell_alternative(const PlannedSlot& chosen, int number) {
    std::string words;
    for (const TextId id : chosen.rows) words += (words.empty() ? "" : " / ") + m_.plan.texts[id].text.utf8;
    const SourcePlace at = document::place_of(m_.plan.texts[chosen.rows.front()].text, 0);
    story_.levers.push_back({Lever::Kind::alternative, number, 0, 0, 0, words, at});
    m_.report.add(Code::alternative_taken, at, {words}, module_.story, place());
  }

  [[nodiscard]] Room room_of(const PlannedSlot& planned) const {
    const Slot& slot = planned.slot;
    const Style& style = style_of(planned);
    if (style.writing == document::Writing::vertical)
      return {m_.plan.design.grid.row_top(slot.rows.last + 1) - slot.top,
              rows_between(slot.width, style.size, pitch_of(planned))};
    return {slot.width, rows_between(foot_of(planned) - slot.top, style.size, pitch_of(planned))};
  }

  [[nodiscard]] const Style& style_of(const PlannedSlot& planned) const { return m_.plan.style_of(planned.rows.front()); }

  /// Into so many rows it is to be cut; 0: as few as do.
  [[nodiscard]] int asked_rows(const PlannedSlot& planned) const {
    return planned.slot.lines > 0 ? planned.slot.lines : style_of(planned).rows;
  }

  [[nodiscard]] Length pitch_of(const PlannedSlot& planned) const {
    if (planned.slot.pitch > Length{}) return planned.slot.pitch;
    const Style& style = style_of(planned);
    return style.pitch > Length{} ? style.pitch : style.size * usual_pitch;
  }

  /// One row under another: headline, label, deck, title, byline …
  void set_rows(const PlannedSlot& planned) {
    const Slot& slot = planned.slot;
    const Style& style = style_of(planned);
    if (style.writing == document::Writing::vertical) {
      set_vertical(planned);
      return;
    }
    const Length pitch = pitch_of(planned);
    const HeadSetting setting = fit(planned, room_of(planned));
    Head& head = add_head(planned, setting);
    const Length size = setting.look ? setting.look->size : style.size;
    Length top = slot.top + (style.size - size) / 2;  // on the axis that the style's own size would have
    for (const HeadRow& row : setting.rows) {
      add_line(head, {planned.rows[row.text], row.row.line, {slot.x + row.row.x, top}, setting.look}, size);
      top += pitch;
    }
    require_rows(planned, head);
    if (!slot.side_rule_weight.empty()) add_side_rules(slot, head);
  }

  /// Columns of characters from right to left, from the slot's right edge.
  void set_vertical(const PlannedSlot& planned) {
    const Slot& slot = planned.slot;
    const Style& style = style_of(planned);
    const Length pitch = pitch_of(planned);
    const HeadSetting setting = fit(planned, room_of(planned));
    Head& head = add_head(planned, setting);
    const Length size = setting.look ? setting.look->size : style.size;
    Length right = slot.x + slot.width - (style.size - size) / 2;
    for (const HeadRow& row : setting.rows) {
      head.rows.push_back({planned.rows[row.text], row.row.line, {right, slot.top + row.row.x}, setting.look});
      head.box = {right - size, slot.top, slot.x + slot.width - right + size, std::max(head.box.height, row.row.line.set)};
      right -= pitch;
    }
  }

  [[nodiscard]] static int rows_between(Length room, Length size, Length pitch) {
    return room < size || pitch <= Length{} ? 1 : 1 + static_cast<int>((room - size).count() / pitch.count());
  }

  /// Where the rows of a head must end: with its slot, or where another head of the story begins below it.
  [[nodiscard]] Length foot_of(const PlannedSlot& planned) const {
    const Slot& slot = planned.slot;
    Length foot = m_.plan.design.grid.row_top(slot.rows.last + 1);
    for (const PlannedSlot& other : module_.slots) {
      const bool beside = other.slot.x + other.slot.width <= slot.x || other.slot.x >= slot.x + slot.width;
      if (!beside && other.slot.top > slot.top) foot = std::min(foot, other.slot.top);
    }
    return foot;
  }

  [[nodiscard]] HeadSetting setting_in(const PlannedSlot& planned, const Room& room) const {
    const Style& style = style_of(planned);
    HeadRequest request{{}, style, room.width, planned.slot.align.value_or(style.align), room.rows, asked_rows(planned)};
    for (const TextId id : planned.rows) request.texts.push_back(&m_.texts[id]);
    return fit_head(request);
  }

  /// The rows and the look of a head; what does not fit is reported, and a division that nobody asked for.
  [[nodiscard]] HeadSetting fit(const PlannedSlot& planned, const Room& room) {
    HeadSetting setting = setting_in(planned, room);
    for (const HeadRow& row : setting.rows)
      if (row.row.too_wide || row.row.too_short) report_fit(planned.rows[row.text], row.row, room.width);
    if (asked_rows(planned) == 0 && setting.rows.size() > planned.rows.size()) report_division(planned.rows.front(), setting);
    return setting;
  }

  void report_division(TextId id, const HeadSetting& setting) {
    if (m_.plan.texts[id].promised) return;  // where it may be cut, only its words will tell
    const text::ShapedParagraph& text = m_.texts[id];
    std::string rows, markup;
    for (const HeadRow& row : setting.rows) {
      const std::uint32_t start = text.units[row.row.line.first].start;
      std::string words = text.text.substr(start, text.units[row.row.line.last - 1].end - start);
      if (words.ends_with(em_space)) words.resize(words.size() - em_space.size());  // it falls away at a row's end
      rows += (rows.empty() ? "" : " / ") + words;
      markup += "<row>" + words + "</row>";
    }
    m_.report.add(Code::head_divided, document::place_of(m_.plan.texts[id].text, 0), {rows, markup}, module_.story, place());
  }

  /// Text of several lines: a caption, a digest, an editor's note.
  void set_running(const PlannedSlot& planned) {
    const Slot& slot = planned.slot;
    const Style& style = style_of(planned);
    if (style.writing == document::Writing::vertical) return set_running_down(planned);
    Head& head = add_head(slot);
    Length top = slot.top;
    for (const TextId id : planned.rows) {
      const text::ShapedParagraph& shaped = m_.texts[id];
      const auto lines = compose(shaped, setting_for(style, shaped.em, slot.width), paragraph::Composer::best);
      for (const Line& line : *lines) {
        add_line(head, {id, line, {slot.x + margin_of(style, shaped.em), top}}, style.size);
        top += pitch_of(planned);
      }
    }
    require_rows(planned, head);
  }

  /// The same in vertical lines, from the slot's right edge to the left.
  void set_running_down(const PlannedSlot& planned) {
    const Slot& slot = planned.slot;
    const Style& style = style_of(planned);
    Head& head = add_head(slot);
    const Length height = m_.plan.design.grid.row_top(slot.rows.last + 1) - slot.top;
    Length right = slot.x + slot.width;
    for (const TextId id : planned.rows) {
      const text::ShapedParagraph& shaped = m_.texts[id];
      const Length measure = shaped.em * std::max(height.count() / shaped.em.count(), std::int64_t{1});
      const auto lines = compose(shaped, {measure, shaped.em * style.indent, Ratio{}, false}, paragraph::Composer::best);
      for (const Line& line : *lines) {
        head.rows.push_back({id, line, {right, slot.top}});
        head.box = {right - style.size, slot.top, slot.x + slot.width - right + style.size, measure};
        right -= pitch_of(planned);
      }
    }
    if (head.box.x < slot.x) report_beyond(planned, Code::head_too_broad, slot.x - head.box.x);
  }

  /// 占行: a head stays within the rows that it takes, or it stands on its story's text.
  void require_rows(const PlannedSlot& planned, const Head& head) {
    const Length over = head.box.bottom() - m_.plan.design.grid.row_top(planned.slot.rows.last + 1);
    if (over > Length{}) report_beyond(planned, Code::head_too_high, over);
  }

  void report_beyond(const PlannedSlot& planned, Code code, Length over) {
    const SourcePlace at = document::place_of(m_.plan.texts[planned.rows.front()].text, 0);
    m_.report.add(code, at, {to_points(over)}, module_.story, place());
  }

  /// 署名: at the right of the caption's last line, or of a line of its own.
  void set_credit(const PlannedSlot& planned) {
    const Slot& slot = planned.slot;
    const Style& style = style_of(planned);
    const Row row = set_row(m_.texts[planned.rows.front()], style, slot.width, Align::end);
    Length top = slot.top;
    const auto caption =
        std::find_if(story_.heads.begin(), story_.heads.end(), [](const Head& head) { return head.role == Role::caption; });
    if (caption != story_.heads.end() && !caption->rows.empty() && caption->box.x == slot.x) {
      const SetLine& last = caption->rows.back();
      const bool beside = last.line.indent + last.line.set + style.size * credit_white + row.line.set <= slot.width;
      top = beside ? last.at.y : last.at.y + pitch_of(planned);
    }
    add_line(add_head(slot), {planned.rows.front(), row.line, {slot.x + row.x, top}}, style.size);
  }

  /// 栏花: characters in a square, reversed out of a filled ground.
  void set_logo(const PlannedSlot& planned) {
    const Slot& slot = planned.slot;
    const Style& style = style_of(planned);
    Head& head = add_head(slot);
    story_.fills.push_back({{slot.x, slot.top, slot.width, slot.ground_size}, slot.ground});
    const TextId id = planned.rows.front();
    const auto count = static_cast<std::uint32_t>(m_.texts[id].units.size());
    const auto across = static_cast<std::uint32_t>(std::max(slot.ground_columns, 1));
    Length top = slot.top + slot.inset;
    const paragraph::Ruler ruler(m_.texts[id]);
    for (std::uint32_t first = 0; first < count; first += across) {
      Line line = make_line(ruler, first, std::min(first + across, count), {slot.width - 2 * slot.inset, {}, {}, false});
      line.justified = line.last - line.first == across;
      line.set = line.justified ? line.measure : line.natural;
      add_line(head, {id, line, {slot.x + slot.inset, top}}, style.size);
      top += pitch_of(planned);
    }
  }

  Head& add_head(const Slot& slot) {
    story_.heads.push_back({slot.role, {slot.x, slot.top, slot.width, Length{}}, {}});
    return story_.heads.back();
  }

  Head& add_head(const PlannedSlot& planned, const HeadSetting& setting) {
    Head& head = add_head(planned.slot);
    head.divided = setting.rows.size() > planned.rows.size();
    return head;
  }

  static void add_line(Head& head, const SetLine& line, Length size) {
    head.rows.push_back(line);
    head.box.height = line.at.y + size - head.box.y;
  }

  void add_side_rules(const Slot& slot, const Head& head) {
    const SetLine& row = head.rows.front();
    const Length left = row.at.x - slot.side_rule_clear;
    const Length right = row.at.x + row.line.set + slot.side_rule_clear;
    const Length width = m_.plan.design.weight(slot.side_rule_weight)->width;
    const Length y = slot.side_rule_y;
    if (left > slot.x) story_.rules.push_back({{slot.x, y}, {left, y}, width, slot.side_rule_swatch});
    if (right < slot.x + slot.width) story_.rules.push_back({{right, y}, {slot.x + slot.width, y}, width, slot.side_rule_swatch});
  }

  void report_fit(TextId id, const Row& row, Length width) {
    const text::ShapedParagraph& shaped = m_.texts[id];
    const Length difference = row.too_wide ? row.line.set - width : width - row.line.set;
    const auto characters =
        std::to_string(std::max<std::int64_t>(1, (difference.count() + shaped.em.count() - 1) / shaped.em.count()));
    m_.report.add(row.too_wide ? Code::head_too_wide : Code::head_too_short, document::place_of(m_.plan.texts[id].text, 0),
                  {head_words(m_.plan.texts[id]), characters}, module_.story, place());
  }

  /// 主题最大: kickers and decks are smaller than the smallest headline, as set (typography H2).
  void check_sizes() {
    std::optional<Length> headline;
    for (const Head& head : story_.heads)
      if (head.role == Role::headline && !head.rows.empty())
        headline = headline ? std::min(*headline, size_of(head.rows.front())) : size_of(head.rows.front());
    for (const Head& head : story_.heads) {
      const bool subordinate = head.role == Role::kicker || head.role == Role::deck || head.role == Role::digest;
      if (!headline || !subordinate || head.rows.empty() || size_of(head.rows.front()) < *headline) continue;
      const TextId id = head.rows.front().text;
      m_.report.add(Code::head_not_subordinate, document::place_of(m_.plan.texts[id].text, 0),
                    {head_words(m_.plan.texts[id]), to_points(size_of(head.rows.front())), to_points(*headline)}, module_.story,
                    place());
    }
  }

  [[nodiscard]] Length size_of(const SetLine& row) const { return row.look ? row.look->size : m_.texts[row.text].size; }

  [[nodiscard]] std::string place() const { return page_ + " " + story_words(m_.plan, module_); }

  const Material& m_;
  const document::PlannedModule& module_;
  const std::string& page_;
  SetStory& story_;
};

}  // namespace

void set_heads(const Material& material, const document::PlannedModule& module, const std::string& page_words, SetStory& story) {
  HeadSetter(material, module, page_words, story).run();
}

}  // namespace paiban::page
