#include "digital/sheet.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

namespace paiban::digital {
namespace {

using page::SetStory;

/// A line of running text is then some 13 pixels high on a broadsheet: it can be read, and the page is sharp in any window; in
/// full the articles are there to be read. Wider ones grow as their square: 2000 pixels take half as much again to send.
constexpr std::int64_t image_width = 1'600;
/// Two in a row on a telephone of three pixels a point.
constexpr std::int64_t thumbnail_width = 480;
constexpr std::int64_t points_per_inch = 72;

int dpi_for(Length width, std::int64_t pixels) {
  return std::max(1, static_cast<int>(scale_rounded(pixels, points_per_inch * Length::units_per_point, width.count())));
}

/// As render_png rounds.
int in_pixels(Length length, int dpi) {
  return static_cast<int>(scale_rounded(length.count(), dpi, Length::units_per_point * points_per_inch));
}

Polygon polygon_of(const std::vector<Point>& outline, int dpi) {
  Polygon polygon;
  for (const Point& corner : outline) polygon.push_back({in_pixels(corner.x, dpi), in_pixels(corner.y, dpi)});
  return polygon;
}

Polygon polygon_of(const Box& box, int dpi) {
  return polygon_of(std::vector<Point>{{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}},
                    dpi);
}

class SheetMaker {
 public:
  SheetMaker(const Edition& edition, const std::vector<Article>& articles) : edition_(edition), articles_(articles) {}

  [[nodiscard]] Sheet make(const page::ComposedPage& page) const {
    Sheet sheet;
    sheet.number = page.number;
    for (const document::Page& each : edition_.plan.issue.pages)
      if (each.number == page.number) sheet.title = each.title;
    const int dpi = image_dpi(page.width), small = thumbnail_dpi(page.width);
    sheet.image = {fmt::format("images/page-{}.png", page.number), in_pixels(page.width, dpi), in_pixels(page.height, dpi)};
    sheet.thumbnail = {fmt::format("images/page-{}-small.png", page.number), in_pixels(page.width, small),
                       in_pixels(page.height, small)};
    for (const SetStory& story : page.stories) add(story, page.number, dpi, sheet);
    return sheet;
  }

 private:
  void add(const SetStory& story, int page, int dpi, Sheet& sheet) const {
    const Article* article = article_of(articles_, story.id);
    if (article == nullptr) return;
    const auto index = static_cast<std::size_t>(article - articles_.data());
    for (const page::Head& head : story.heads)
      if (head.role == document::Role::jump) add_jump(head, index, neighbour(*article, page, -1), dpi, sheet);
    if (story.jump_ahead) add_jump(*story.jump_ahead, index, neighbour(*article, page, 1), dpi, sheet);
    for (const SetStory& box : story.boxes)
      if (box.kind == document::StoryKind::filler) add(box, page, dpi, sheet);
    Area area;
    area.article = index;
    if (!story.outline.empty()) area.polygons.push_back(polygon_of(story.outline, dpi));
    for (const std::vector<Point>& outline : story.more_outlines) area.polygons.push_back(polygon_of(outline, dpi));
    if (!area.polygons.empty()) sheet.areas.push_back(std::move(area));
  }

  void add_jump(const page::Head& head, std::size_t article, int to, int dpi, Sheet& sheet) const {
    if (to == 0 || head.rows.empty()) return;
    sheet.areas.push_back({article, {polygon_of(head.box, dpi)}, to, edition_.plan.texts[head.rows.front().text].text.utf8});
  }

  /// The page of `article` before `page`, or after it; 0: there is none.
  static int neighbour(const Article& article, int page, std::ptrdiff_t step) {
    const auto here = std::ranges::find(article.pages, page);
    const std::ptrdiff_t at = here - article.pages.begin() + step;
    const bool there = here != article.pages.end() && at >= 0 && at < static_cast<std::ptrdiff_t>(article.pages.size());
    return there ? article.pages[static_cast<std::size_t>(at)] : 0;
  }

  const Edition& edition_;
  const std::vector<Article>& articles_;
};

}  // namespace

std::vector<Sheet> sheets_of(const Edition& edition, const std::vector<Article>& articles) {
  const SheetMaker maker(edition, articles);
  std::vector<Sheet> sheets;
  for (const page::ComposedPage& page : edition.pages) sheets.push_back(maker.make(page));
  return sheets;
}

int image_dpi(Length width) { return dpi_for(width, image_width); }
int thumbnail_dpi(Length width) { return dpi_for(width, thumbnail_width); }

}  // namespace paiban::digital
