#pragma once
// A page of the paper as a screen shows it: an image, and the areas in it that lead somewhere.

#include <cstdint>
#include <string>
#include <vector>

#include "digital/article.hpp"

namespace paiban::digital {

/// A corner in the image's pixels, from its top left.
struct Pixel {
  int x = 0, y = 0;
  friend bool operator==(const Pixel&, const Pixel&) = default;
};
using Polygon = std::vector<Pixel>;

/// A part of the image that leads to an article, or along a jump line to another page.
struct Area {
  std::size_t article = 0;        ///< index into the articles
  std::vector<Polygon> polygons;  ///< those that do not touch are apart
  int jump_to = 0;                ///< 下转, 上接: the page that it names; 0: to the article
  std::string words;              ///< of the jump line
};

/// An image file of the edition, by its path in the folder.
struct Image {
  std::string file;
  int width = 0, height = 0;  ///< pixels
};

struct Sheet {
  int number = 0;
  std::string title;  ///< 版名; may be empty
  Image image, thumbnail;
  std::vector<Area> areas;  ///< in reading order; where two are over one another the first is on top
};

/// Every page, `image_width` pixels wide; the images' names and sizes are set, nothing is drawn.
[[nodiscard]] std::vector<Sheet> sheets_of(const Edition& edition, const std::vector<Article>& articles);

/// Pixels an inch at which a page of `width` is an image, or a thumbnail, of the width that we give them.
[[nodiscard]] int image_dpi(Length width);
[[nodiscard]] int thumbnail_dpi(Length width);

}  // namespace paiban::digital
