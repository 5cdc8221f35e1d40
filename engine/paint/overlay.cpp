#include "paint/overlay.hpp"

#include <algorithm>
#include <iterator>

namespace paiban::paint {
namespace {

using document::Template;

// Pale enough to read text over, and of no colour that a page has. The swatch is no ink: a press PDF must not hold it.
const Colour column_ground{"overlay", 0xE6F2FA};
const Colour line_colour{"overlay", 0x8CC4E6};
const Colour outline_colour{"overlay", 0xE68A2E};
constexpr Length thin = Length::units(Length::units_per_point / 4);
constexpr Length thick = points(1);

class Skeleton {
 public:
  Skeleton(const Template& design, std::vector<Item>& items) : design_(design), items_(items) {}

  void add_columns(const std::vector<Box>& columns) {
    for (const Box& column : columns) items_.emplace_back(Fill{column, column_ground});
    const document::Grid& grid = design_.grid;
    frame({grid.x, grid.y, grid.right() - grid.x, grid.row * grid.rows}, thin, line_colour);
  }

  void add_rows() {
    for (int row = 1; row <= design_.grid.rows + 1; ++row) {
      const Length y = design_.grid.row_top(row);
      items_.emplace_back(Rule{{design_.grid.x, y}, {design_.grid.right(), y}, thin, line_colour});
    }
  }

  /// The cells that vertical lines stand in.
  void add_vertical_lines(const std::vector<page::SetStory>& stories) {
    for (const page::SetStory& story : stories) {
      for (const page::Leg& leg : story.legs)
        for (int line = 0; leg.writing == document::Writing::vertical && line < leg.rows; ++line) {
          const Length right = leg.box.right() - leg.pitch * line;
          frame({right - leg.size, leg.box.y, leg.size, leg.box.height}, thin, line_colour);
        }
      add_vertical_lines(story.boxes);
    }
  }

  void add_outlines(const std::vector<page::SetStory>& stories) {
    for (const page::SetStory& story : stories) {
      add_outline(story.outline);
      for (const std::vector<Point>& outline : story.more_outlines) add_outline(outline);
      add_outlines(story.boxes);
    }
  }

 private:
  void add_outline(const std::vector<Point>& outline) {
    for (std::size_t i = 0; i < outline.size(); ++i)
      items_.emplace_back(Rule{outline[i], outline[(i + 1) % outline.size()], thick, outline_colour});
  }

  void frame(const Box& box, Length width, const Colour& colour) {
    items_.emplace_back(Rule{{box.x, box.y}, {box.right(), box.y}, width, colour});
    items_.emplace_back(Rule{{box.x, box.bottom()}, {box.right(), box.bottom()}, width, colour});
    items_.emplace_back(Rule{{box.x, box.y}, {box.x, box.bottom()}, width, colour});
    items_.emplace_back(Rule{{box.right(), box.y}, {box.right(), box.bottom()}, width, colour});
  }

  const Template& design_;
  std::vector<Item>& items_;
};

}  // namespace

void underlay(const Template& design, const page::ComposedPage& page, const std::vector<Overlay>& overlays, DisplayList& list) {
  std::vector<Item> under;
  Skeleton skeleton(design, under);
  const auto wanted = [&overlays](Overlay each) { return std::ranges::find(overlays, each) != overlays.end(); };
  if (wanted(Overlay::grid)) skeleton.add_columns(page.columns);
  if (wanted(Overlay::rows)) {
    skeleton.add_rows();
    skeleton.add_vertical_lines(page.stories);
  }
  if (wanted(Overlay::regions)) skeleton.add_outlines(page.stories);
  list.items.insert(list.items.begin(), std::make_move_iterator(under.begin()), std::make_move_iterator(under.end()));
}

}  // namespace paiban::paint
