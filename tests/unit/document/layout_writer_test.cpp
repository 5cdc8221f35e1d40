// A page's structure written down and read again is the same, to the unit.

#include "document/layout_writer.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "document/issue_layouts.hpp"
#include "document/template_reader.hpp"
#include "support/written_layout.hpp"

namespace paiban::document {
namespace {

const std::filesystem::path source = PAIBAN_SOURCE_DIR;

Template read(const std::filesystem::path& path) {
  Report report;
  return read_template(path, "", report).value();
}

using test::placeless;
using test::there_and_back;

class LayoutsOfTemplates : public testing::TestWithParam<const char*> {};

TEST_P(LayoutsOfTemplates, AreTheSameReadAgain) {
  const Template design = read(source / "templates" / (GetParam() + std::string(".xml")));
  EXPECT_EQ(placeless(there_and_back(design.zones, design)), placeless(design.zones));
  EXPECT_EQ(placeless(there_and_back(design.zones, design, "p:")), placeless(design.zones));
}

INSTANTIATE_TEST_SUITE_P(Shipped, LayoutsOfTemplates,
                         testing::Values("changji-front", "changji-tabloid", "specimen", "specimen-vertical"),
                         [](const auto& tested) {
                           std::string name = tested.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

TEST(LayoutWriter, WritesAsATemplateIsWritten) {
  const Template design = read(source / "tests/data/templates/plain.xml");
  EXPECT_EQ(layout_xml({design.zones[1]}, design.grid, "    "), R"(    <layout>
      <zone id="left" x="0em" rows="3-20" columns="8 1 8">
        <region id="side" columns="1-2" rows="11-18">
          <slot role="headline" style="head-small" rows="11-12"/>
          <slot role="kicker" style="kicker" rows="11-12"/>
          <slot role="kicker" style="head-small" rows="11-12" at="11+9pt"/>
          <flow style="body"><leg column="1" rows="13-18"/><leg column="2" rows="13-18"/></flow>
        </region>
        <region id="lead" columns="1-2" rows="1-10">
          <slot role="headline" style="head" rows="1-3" at="1+6pt"/>
          <flow style="body"><leg column="1" rows="4-10"/><leg column="2" rows="4-5"/></flow>
          <region id="box" columns="2" rows="6-10">
            <slot role="headline" style="head-small" rows="6" x="10em" to="16em"/>
            <flow style="body"><leg column="2" rows="7-10"/></flow>
            <rule weight="hairline" at="6"/>
            <rule weight="hairline" gutter="1" at="6+1pt" until="11-1pt"/>
          </region>
        </region>
      </zone>
    </layout>
)");
}

// ---- random structures ----

class Draughtsman {
 public:
  explicit Draughtsman(std::uint32_t seed) : state_(seed) {}

  /// The template `plain` with a grid of another size, and one zone of random columns, bands and lengths that closes.
  Template draw(Template design) {
    Grid& grid = design.grid;
    grid.em = Length::units(12'700 + number(200'000));
    grid.row = grid.em + Length::units(number(60'000));
    grid.y = Length::units(number(100'000));
    grid.rows = 30 + number(30);
    grid.text_top = Length::units(number(30'000));
    Zone zone;
    zone.id = "all & <every> \"one\"";
    zone.x = grid.x;
    zone.rows = {1, grid.rows};
    Ratio end{0};
    for (int i = 0, most = 1 + number(6); i < most; ++i) {
      const Ratio start = i == 0 ? end : end + Ratio{1 + number(40'000)};
      end = start + Ratio{1 + number(200'000)};
      zone.columns.push_back({zone.x + grid.em * start, grid.em * end - grid.em * start});
    }
    zone.width = grid.em * end;
    grid.width_em = end;
    fill(zone, grid);
    design.zones = {zone};
    return design;
  }

 private:
  int number(int below) {
    state_ = state_ * 1'664'525U + 1'013'904'223U;  // Numerical Recipes' congruence: the same structures in every run
    return static_cast<int>((state_ >> 8U) % static_cast<std::uint32_t>(below));
  }
  Length length(Length most) { return Length::units(number(static_cast<int>(most.count()))); }

  void fill(Zone& zone, const Grid& grid) {
    int row = 1, count = 0;
    while (row <= grid.rows) {
      const int last = std::min(row + 5 + number(12), grid.rows);
      if (last - row < 5) {
        zone.whites.push_back({zone.x, zone.width, {row, last}, {}});
      } else {
        zone.regions.push_back(region("region-" + std::to_string(++count), zone, {row, last}, grid));
      }
      const Length y = grid.row_top(row) + length(grid.row * 3);
      zone.rules.push_back({"hairline", number(2) == 0 ? "black" : "red", {zone.x, y}, {zone.x + zone.width, y}, {}});
      row = last + 1;
    }
  }

  Region region(const std::string& id, const Zone& zone, Rows rows, const Grid& grid) {
    Region region;
    region.id = id;
    region.rows = rows;
    region.outline = {zone.x, grid.row_top(rows.first), zone.width, grid.row * rows.count()};
    region.slots.push_back(slot(region, grid));
    for (const Column& column : zone.columns) {
      if (column.width != zone.columns.front().width) {
        region.whites.push_back({column.x, column.width, {rows.first + 2, rows.last}, {}});
      } else {
        region.legs.push_back({column.x, column.width, {rows.first + 2, rows.last}, {}});
      }
    }
    const Length x = zone.x + length(zone.width), y = region.outline.y + length(grid.row * 4);
    region.rules.push_back({"hairline", "black", {x, y}, {x, y + Length::units(1) + length(grid.row * 4)}, {}});
    return region;
  }

  Slot slot(const Region& region, const Grid& grid) {
    Slot slot;
    slot.role = Role::headline;
    slot.style = "head";
    slot.rows = {region.rows.first, region.rows.first + 1};
    slot.x = region.outline.x;
    slot.width = region.outline.width;
    slot.top = grid.row_top(slot.rows.first) + length(grid.row * 3);
    slot.pitch = length(grid.em * 5);
    if (number(2) == 0) slot.align = Align::end;
    if (number(2) == 0) {
      slot.side_rule_weight = "hairline";
      slot.side_rule_swatch = "red";
      slot.side_rule_y = slot.top + length(grid.row);
      slot.side_rule_clear = length(grid.em * 3);
    }
    if (number(2) == 0) {
      slot.ground = "red";
      slot.ground_size = Length::units(1) + length(grid.em * 9);
      slot.inset = length(grid.em);
      slot.ground_columns = number(3);
    }
    return slot;
  }

  std::uint32_t state_;
};

TEST(LayoutWriter, LosesNoUnitOfAnyStructure) {
  const Template plain = read(source / "tests/data/templates/plain.xml");
  Draughtsman draughtsman(12'184);
  for (int i = 0; i < 300; ++i) {
    const Template design = draughtsman.draw(plain);
    ASSERT_EQ(placeless(there_and_back(design.zones, design)), design.zones) << i << layout_xml(design.zones, design.grid);
  }
}

}  // namespace
}  // namespace paiban::document
