#include "proof/galleys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "document/text.hpp"
#include "page/place_words.hpp"
#include "paint/line_painter.hpp"
#include "proof/placed.hpp"

namespace paiban::proof {
namespace {

using paint::DisplayList;
using paint::Item;

constexpr Length sheet_width = millimetres(210), sheet_height = millimetres(297);
constexpr Length top = millimetres(22), bottom = millimetres(18);
constexpr Length left = millimetres(48);  // 改样 are written to both sides: the wider margin for the hand that writes
constexpr Length right_margin = millimetres(36);
constexpr Ratio enlarged{13'500};     // nine points become twelve: read without stooping
constexpr Length pitch = points(23);  // nearly two lines of twelve points: room for a line of handwriting
constexpr Length caption_size = points(7), title_size = points(11);
constexpr Length number_distance = millimetres(4);
constexpr Length gap_after_heads = points(10);
constexpr int numbered = 5;

/// One line to be put on a galley, or a note between two.
struct Row {
  const page::SetLine* line = nullptr;
  Length leg_left;     ///< of its leg: what it is indented by stays
  std::string number;  ///< before it; empty: none
  std::string note;    ///< at its right end
  Length more_above;   ///< space over it
};

std::string fit_words(const page::SetStory& story) {
  if (!story.fit) return {};
  const int over = story.fit->lines - story.fit->room;
  if (over == 0) return fmt::format("{}行，满", story.fit->lines);
  return fmt::format("{}行，{}{}行", story.fit->lines, over > 0 ? "多" : "缺", std::abs(over));
}

class Galley {
 public:
  Galley(const Edition& edition, const SlugFacts& facts, Captions& captions)
      : edition_(edition), facts_(facts), captions_(captions) {}

  Result<void> add(const page::ComposedPage& page, const page::SetStory& story) {
    const std::vector<Row> rows = rows_of(story);
    if (rows.empty()) return {};
    const std::string words =
        page::page_words(page.number) + "\u3000" + (story.words.empty() ? story.id : story.words) + "\u3000" + fit_words(story);
    if (auto begun = begin(page.number, words); !begun) return begun;
    for (const Row& row : rows)
      if (auto put = this->put(row, page.number, words); !put) return put;
    return {};
  }

  [[nodiscard]] std::vector<DisplayList> take() { return std::move(sheets_); }

 private:
  /// Heads first, then leg by leg.
  std::vector<Row> rows_of(const page::SetStory& story) const {
    std::vector<Row> rows;
    for (const page::Head& head : story.heads)
      for (const page::SetLine& line : head.rows) rows.push_back({&line, line.at.x + line.line.indent, {}, {}, {}});
    for (std::size_t l = 0; l < story.legs.size(); ++l) {
      const page::Leg& leg = story.legs[l];
      for (std::size_t i = 0; i < leg.lines.size(); ++i) {
        Row row{&leg.lines[i], leg.box.x, {}, {}, {}};
        if (i == 0) {
          row.note = fmt::format("第{}栏", l + 1);
          row.more_above = gap_after_heads;
        }
        if (i == 0 || (i + 1) % numbered == 0) row.number = std::to_string(i + 1);
        rows.push_back(std::move(row));
      }
    }
    return rows;
  }

  Result<void> begin(int page, const std::string& words) {
    DisplayList sheet;
    sheet.page = page;
    sheet.width = sheet_width;
    sheet.height = sheet_height;
    if (!edition_.lists.empty()) {
      sheet.title = edition_.lists.front().title;
      sheet.date = edition_.lists.front().date;
    }
    sheets_.push_back(std::move(sheet));
    down_ = top;
    auto put = captions_.put(words, title_size, {left, millimetres(10)}, Edge::left, sheets_.back().items);
    if (!put) return put;
    return captions_.put(slug_of(edition_.plan.issue, page, facts_), caption_size, {left, sheet_height - millimetres(10)},
                         Edge::left, sheets_.back().items);
  }

  Result<void> put(const Row& row, int page, const std::string& words) {
    const text::ShapedParagraph& text = edition_.texts[row.line->text];
    const Length size = (row.line->look ? row.line->look->size : text.size) * enlarged;
    const Length step = std::max(pitch, size + pitch - points(12));
    if (down_ + row.more_above + step > sheet_height - bottom)
      if (auto begun = begin(page, words); !begun) return begun;
    down_ += row.more_above;
    std::vector<Item>& items = sheets_.back().items;
    std::vector<Item> painted;
    page::SetLine line = *row.line;
    const bool vertical = text.vertical;
    line.at = vertical ? Point{text.size, Length{}} : Point{row.line->at.x - row.leg_left, Length{}};
    const Ratio scale = scale_for(line);
    paint::paint_line(edition_.plan, text, line, painted);
    const Placement placement{{left, down_}, scale};
    place(painted, placement, {{}, {}, sheet_width, sheet_height}, items);
    const Length middle = down_ + (size - caption_size) / 2;
    if (!row.number.empty())
      if (auto put = captions_.put(row.number, caption_size, {left - number_distance, middle}, Edge::right, items); !put)
        return put;
    if (auto put = captions_.put(side_note(row), caption_size, {sheet_width - millimetres(12), middle}, Edge::right, items); !put)
      return put;
    down_ += vertical ? std::max(step, line.line.set * scale + points(6)) : step;
    return {};
  }

  /// A head wider than the sheet has room for is shown smaller.
  static Ratio scale_for(const page::SetLine& line) {
    const Length room = sheet_width - left - right_margin;
    const Length width = line.at.x + line.line.indent + line.line.set;
    return width * enlarged <= room ? enlarged : room.per(std::max(width, points(1)));
  }

  /// Where a paragraph begins: its line in the source.
  std::string side_note(const Row& row) const {
    std::string note = row.note;
    if (row.line->line.first == 0) {
      const SourcePlace place = document::place_of(edition_.plan.texts[row.line->text].text, 0);
      note += (note.empty() ? "" : "\u3000") + fmt::format("原稿{}行", place.line);
    }
    return note.empty() ? " " : note;
  }

  const Edition& edition_;
  const SlugFacts& facts_;
  Captions& captions_;
  std::vector<DisplayList> sheets_;
  Length down_;
};

Result<void> add_all(const page::ComposedPage& page, const std::vector<page::SetStory>& stories, Galley& galley) {
  for (const page::SetStory& story : stories) {
    if (auto added = galley.add(page, story); !added) return added;
    if (auto added = add_all(page, story.boxes, galley); !added) return added;
  }
  return {};
}

}  // namespace

Result<std::vector<DisplayList>> galleys(const Edition& edition, const SlugFacts& facts, Captions& captions) {
  Galley galley(edition, facts, captions);
  for (const page::ComposedPage& page : edition.pages)
    if (auto added = add_all(page, page.stories, galley); !added) return tl::unexpected(added.error());
  return galley.take();
}

}  // namespace paiban::proof
