#pragma once
// A page's design as data. The XML vocabulary is described in templates/README.md; every length here is resolved:
// x and y from the top left of the trimmed page, rows counted from 1 at the top of the type area (版心).

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.hpp"
#include "base/source.hpp"
#include "document/issue.hpp"
#include "document/makeup_area.hpp"
#include "document/region.hpp"
#include "document/style.hpp"

namespace paiban::document {

/// A named colour. Ink values in hundredths of a per cent of C, M, Y, K; `screen` is 0xRRGGBB.
struct Swatch {
  std::string name;
  std::array<std::int32_t, 4> cmyk{};
  std::uint32_t screen = 0;
};

/// A named weight of rules (线).
struct Weight {
  std::string name;
  Length width;
};

/// The lattice that everything stands on.
struct Grid {
  Length em;       ///< body size; the unit of x
  Length row;      ///< 行距; the unit of y
  Length x, y;     ///< top left of the type area
  Ratio width_em;  ///< of the type area
  int rows = 0;
  Length text_top;  ///< of a body em box, below the top of its row

  [[nodiscard]] Length row_top(int row_number) const { return y + row * (row_number - 1); }
  [[nodiscard]] Length right() const { return x + em * width_em; }
  [[nodiscard]] Length bottom() const { return row_top(rows + 1); }
};

/// The pages of an issue that bring their own structure, by number: the zones that take the place of the template's.
using Layouts = std::map<int, std::vector<Zone>>;

// ---- furniture: what every issue of the paper carries ----

/// A line of text in a box: a masthead part, or a pattern with fields: {year}, {page} … (template_furniture.hpp).
struct FurnitureText {
  std::string part;  ///< of the masthead; empty: `pattern`
  std::string pattern;
  std::string style;
  Length x, width;
  Length top;  ///< of the em box; of the ink where `by_ink`
  bool by_ink = false;
  std::optional<Align> align;
  SourcePlace at;
};

/// Characters below one another, their em boxes from `top` to `bottom` in equal steps.
struct FurnitureStack {
  FurnitureText text;  ///< x and width are not used
  Length bottom;
};

/// A text and a stack side by side with `gap` between their inks and boxes, centred together.
struct FurniturePair {
  FurnitureText text;
  FurnitureStack stack;
  Length gap;
  Length x, width;
};

/// Items of a masthead part, evenly spaced: the first flush left, the last flush right.
struct FurnitureStrip {
  FurnitureText text;
};

/// The nameplate (报头): artwork if there is any, else the part's characters in a brush face,
/// ink flush with the box's left and right, equal gaps of ink, scaled alike to the box's height.
struct FurnitureNameplate {
  std::string part;
  std::string style;
  Box box;
  SourcePlace at;
};

using Furniture = std::variant<FurnitureText, FurniturePair, FurnitureStrip, FurnitureNameplate>;

/// What a page of one kind has.
struct Sheet {
  std::vector<Zone> zones;
  std::vector<Furniture> furniture;
  std::vector<RuleSpec> rules;  ///< of the furniture
};

/// 内页: the pages from 2 on. Odd ones lie at the right of the open paper, even ones at its left: their furniture may differ.
struct InnerSheets {
  Sheet odd, even;
};

/// How the Chinese calendar is written.
struct CalendarForms {
  bool winter_month = true;       ///< 冬月, else 十一月
  bool last_month = true;         ///< 腊月, else 十二月
  bool contracted_twenty = true;  ///< 廿, else 二十
};

/// 转接: the jump lines of a story that goes on on another page, with the fields {page} (3) and {page-han} (三).
struct JumpForms {
  std::string ahead = "（下转第{page-han}版）";
  std::string back = "（上接第{page-han}版）";
  std::string style = "jump";  ///< where the template has none of that name: the flow's own
};

/// Its own zones, furniture and rules are those of the front page.
struct Template : Sheet {
  std::filesystem::path file;
  std::string id, title;
  std::string short_name;  ///< of the paper, in names of files: small letters, digits, hyphens; the id where none is given
  int revision = 1;
  Length width, height;
  Length bleed = millimetres(3);  ///< 出血: what the press prints beyond the page's edge, for the knife
  int ink_limit = 240;            ///< 总墨量: of all four inks at one place, per cent; 240 is newsprint's
  Grid grid;
  std::vector<Swatch> swatches;
  std::vector<Weight> weights;
  std::vector<Style> styles;
  std::optional<InnerSheets> inner;  ///< none: every page is as the front page
  std::optional<MakeupArea> makeup;  ///< none: its pages are not made up
  CalendarForms calendar;
  JumpForms jump;

  [[nodiscard]] const Style* style(std::string_view name) const;
  [[nodiscard]] const Swatch* swatch(std::string_view name) const;
  [[nodiscard]] const Weight* weight(std::string_view name) const;
  [[nodiscard]] const Region* region(std::string_view id) const;  ///< of the front page, at any depth
  [[nodiscard]] const Sheet& sheet(int page) const;               ///< of the page of that number
};

}  // namespace paiban::document
