#include "proof/sheets.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "page/place_words.hpp"
#include "proof/placed.hpp"

namespace paiban::proof {
namespace {

using paint::DisplayList;
using paint::Item;
using paint::Rule;

constexpr Length hairline = Length::units(Length::units_per_point / 4);
constexpr Length mark_length = millimetres(5), mark_distance = millimetres(3);  // as printers cut: clear of the bleed
constexpr Length margin_of_marks = millimetres(10);
constexpr Length slug_size = points(7), slug_room = millimetres(7);
constexpr Length printer_margin = millimetres(6);  // what desk printers leave white
constexpr Length a4_short = millimetres(210), a4_long = millimetres(297), a3_long = millimetres(420);
constexpr Length overlap = millimetres(10);  // of two sheets: room for the paste
constexpr int numbered = 5;                  // every fifth line
constexpr Length number_size = points(5), number_distance = points(2);
constexpr int contact_columns = 4, contact_rows = 2;
constexpr Length contact_gap = millimetres(5), contact_caption = points(8);

DisplayList sheet_like(const DisplayList& page, Length width, Length height) {
  DisplayList sheet;
  sheet.page = page.page;
  sheet.width = width;
  sheet.height = height;
  sheet.title = page.title;
  sheet.date = page.date;
  return sheet;
}

Box whole(const DisplayList& sheet) { return {{}, {}, sheet.width, sheet.height}; }

void add_rule(Point from, Point to, std::vector<Item>& items) { items.emplace_back(Rule{from, to, hairline, proof_line}); }

/// 裁切线 at the corners of `trim`.
void add_crop_marks(const Box& trim, std::vector<Item>& items) {
  for (const Length x : {trim.x, trim.right()}) {
    add_rule({x, trim.y - mark_distance - mark_length}, {x, trim.y - mark_distance}, items);
    add_rule({x, trim.bottom() + mark_distance}, {x, trim.bottom() + mark_distance + mark_length}, items);
  }
  for (const Length y : {trim.y, trim.bottom()}) {
    add_rule({trim.x - mark_distance - mark_length, y}, {trim.x - mark_distance, y}, items);
    add_rule({trim.right() + mark_distance, y}, {trim.right() + mark_distance + mark_length, y}, items);
  }
}

/// 行号 beside every fifth line and the first of a leg, at their own size whatever the page's.
Result<void> add_line_numbers(const std::vector<page::SetStory>& stories, const Placement& placement, Captions& captions,
                              std::vector<Item>& items) {
  for (const page::SetStory& story : stories) {
    for (const page::Leg& leg : story.legs) {
      if (leg.writing == document::Writing::vertical) continue;
      for (std::size_t i = 0; i < leg.lines.size(); ++i) {
        const auto number = static_cast<int>(i) + 1;
        if (number != 1 && number % numbered != 0) continue;
        const Point line = placement.of(Point{leg.box.x, leg.lines[i].at.y});
        auto put = captions.put(std::to_string(number), number_size, {line.x - number_distance, line.y}, Edge::right, items);
        if (!put) return put;
      }
    }
    if (auto inner = add_line_numbers(story.boxes, placement, captions, items); !inner) return inner;
  }
  return {};
}

/// What stands on the page, its line numbers with it.
Result<void> add_page(const Edition& edition, std::size_t page, const Placement& placement, const Box& window, const Marks& marks,
                      Captions& captions, std::vector<Item>& items) {
  place(edition.lists[page].items, placement, window, items);
  if (!marks.line_numbers) return {};
  return add_line_numbers(edition.pages[page].stories, placement, captions, items);
}

/// The largest scale at which the page has room in `width` × `height`, in steps of a ten-thousandth.
Ratio fitting(const DisplayList& page, Length width, Length height) {
  return std::min(width.per(page.width), height.per(page.height));
}

int sheets_for(Length length, Length room) {
  const std::int64_t step = (room - overlap).count();
  return static_cast<int>(std::max<std::int64_t>(1, ((length - overlap).count() + step - 1) / step));
}

}  // namespace

Result<DisplayList> marked_page(const Edition& edition, std::size_t page, const SlugFacts& facts, const Marks& marks,
                                Captions& captions) {
  const DisplayList& list = edition.lists[page];
  DisplayList sheet = sheet_like(list, list.width + margin_of_marks * 2, list.height + margin_of_marks * 2 + slug_room);
  const Placement placement{{margin_of_marks, margin_of_marks}};
  if (auto added = add_page(edition, page, placement, whole(sheet), marks, captions, sheet.items); !added)
    return tl::unexpected(added.error());
  const Box trim{margin_of_marks, margin_of_marks, list.width, list.height};
  add_crop_marks(trim, sheet.items);
  const Point below{trim.x + mark_distance, trim.bottom() + margin_of_marks};
  auto put = captions.put(slug_of(edition.plan.issue, list.page, facts), slug_size, below, Edge::left, sheet.items);
  if (!put) return tl::unexpected(put.error());
  return sheet;
}

Result<DisplayList> large_proof(const Edition& edition, std::size_t page, const SlugFacts& facts, const Marks& marks,
                                Captions& captions) {
  const DisplayList& list = edition.lists[page];
  const bool upright = list.height >= list.width;
  DisplayList sheet = sheet_like(list, upright ? a4_long : a3_long, upright ? a3_long : a4_long);
  const Length room = sheet.width - printer_margin * 2, height = sheet.height - printer_margin * 2 - slug_room;
  const Ratio scale = fitting(list, room, height);
  const Length width = list.width * scale;
  const Placement placement{{(sheet.width - width) / 2, printer_margin}, scale};
  if (auto added = add_page(edition, page, placement, whole(sheet), marks, captions, sheet.items); !added)
    return tl::unexpected(added.error());
  const Length bottom = placement.at.y + list.height * scale;
  const std::string percent = decimal(scale.ten_thousandths, 100, 1) + "%";
  for (const auto& [words, x, edge] : {std::tuple{slug_of(edition.plan.issue, list.page, facts), placement.at.x, Edge::left},
                                       std::tuple{percent, placement.at.x + width, Edge::right}})
    if (auto put = captions.put(words, slug_size, {x, bottom + slug_room / 3}, edge, sheet.items); !put)
      return tl::unexpected(put.error());
  return sheet;
}

Result<std::vector<DisplayList>> tiled_proof(const Edition& edition, std::size_t page, const SlugFacts& facts, const Marks& marks,
                                             Captions& captions) {
  const DisplayList& list = edition.lists[page];
  const Length width = a4_short - printer_margin * 2, height = a4_long - printer_margin * 2 - slug_room;
  const int columns = sheets_for(list.width, width), rows = sheets_for(list.height, height);
  std::vector<DisplayList> sheets;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      DisplayList sheet = sheet_like(list, a4_short, a4_long);
      const Box window{printer_margin, printer_margin, width, height};
      const Placement placement{{window.x - (width - overlap) * column, window.y - (height - overlap) * row}};
      if (auto added = add_page(edition, page, placement, window, marks, captions, sheet.items); !added)
        return tl::unexpected(added.error());
      mask(window, sheet.width, sheet.height, sheet.items);
      // The next sheet is pasted on along these.
      if (column + 1 < columns)
        add_rule({window.right() - overlap, window.y - mark_distance}, {window.right() - overlap, window.y}, sheet.items);
      if (row + 1 < rows)
        add_rule({window.x - mark_distance, window.bottom() - overlap}, {window.x, window.bottom() - overlap}, sheet.items);
      const std::string words = fmt::format("{}\u3000{}/{}行 {}/{}列", slug_of(edition.plan.issue, list.page, facts), row + 1,
                                            rows, column + 1, columns);
      auto put = captions.put(words, slug_size, {window.x, window.bottom() + slug_room / 3}, Edge::left, sheet.items);
      if (!put) return tl::unexpected(put.error());
      sheets.push_back(std::move(sheet));
    }
  return sheets;
}

Result<std::vector<DisplayList>> contact_sheets(const Edition& edition, const SlugFacts& facts, Captions& captions) {
  constexpr std::size_t a_sheet = std::size_t{contact_columns} * contact_rows;
  std::vector<DisplayList> sheets;
  for (std::size_t first = 0; first < edition.lists.size(); first += a_sheet) {
    DisplayList sheet = sheet_like(edition.lists.front(), a4_long, a4_short);
    const Length width = (sheet.width - printer_margin * 2 - contact_gap * (contact_columns - 1)) / contact_columns;
    const Length height =
        (sheet.height - printer_margin * 2 - slug_room - contact_gap * (contact_rows - 1)) / contact_rows - contact_caption * 2;
    for (std::size_t i = first; i < std::min(first + a_sheet, edition.lists.size()); ++i) {
      const DisplayList& list = edition.lists[i];
      const auto place_of = static_cast<std::int64_t>(i - first);
      const Ratio scale = fitting(list, width, height);
      const Placement placement{{printer_margin + (width + contact_gap) * (place_of % contact_columns),
                                 printer_margin + (height + contact_gap + contact_caption * 2) * (place_of / contact_columns)},
                                scale};
      place(list.items, placement, whole(sheet), sheet.items);
      const Box frame = placement.of(Box{{}, {}, list.width, list.height});
      add_rule({frame.x, frame.y}, {frame.right(), frame.y}, sheet.items);
      add_rule({frame.x, frame.bottom()}, {frame.right(), frame.bottom()}, sheet.items);
      add_rule({frame.x, frame.y}, {frame.x, frame.bottom()}, sheet.items);
      add_rule({frame.right(), frame.y}, {frame.right(), frame.bottom()}, sheet.items);
      const auto words = page::page_words(list.page);
      const Point below{frame.x, frame.bottom() + contact_caption / 3};
      if (auto put = captions.put(words, contact_caption, below, Edge::left, sheet.items); !put)
        return tl::unexpected(put.error());
    }
    const Point bottom{printer_margin, sheet.height - printer_margin - slug_size};
    auto put = captions.put(slug_of(edition.plan.issue, 0, facts), slug_size, bottom, Edge::left, sheet.items);
    if (!put) return tl::unexpected(put.error());
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace paiban::proof
