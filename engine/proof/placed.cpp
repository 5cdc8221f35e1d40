#include "proof/placed.hpp"

#include <algorithm>

#include "paint/item_box.hpp"

namespace paiban::proof {
namespace {

using namespace paint;

const Colour paper{"proof", 0xFFFFFF};

class Mover {
 public:
  explicit Mover(const Placement& placement) : by_(placement) {}

  Item operator()(GlyphRun run) const {
    run.size = by_.along(run.size);
    for (PlacedGlyph& glyph : run.glyphs) glyph.origin = by_.of(glyph.origin);
    return run;
  }
  Item operator()(Rule rule) const {
    rule.from = by_.of(rule.from);
    rule.to = by_.of(rule.to);
    rule.width = by_.along(rule.width);
    return rule;
  }
  Item operator()(Disc disc) const {
    disc.centre = by_.of(disc.centre);
    disc.diameter = by_.along(disc.diameter);
    return disc;
  }
  Item operator()(Wave wave) const {
    wave.from = by_.of(wave.from);
    wave.to = by_.of(wave.to);
    wave.width = by_.along(wave.width);
    wave.swing = by_.along(wave.swing);
    return wave;
  }
  Item operator()(Fill fill) const {
    fill.box = by_.of(fill.box);
    return fill;
  }
  Item operator()(PictureItem picture) const {
    picture.box = by_.of(picture.box);
    return picture;
  }
  Item operator()(Tag tag) const { return tag; }

 private:
  const Placement& by_;
};

}  // namespace

void place(const std::vector<Item>& items, const Placement& placement, const Box& window, std::vector<Item>& sheet) {
  for (const Item& item : items) {
    const auto reach = reach_of(item);
    if (!reach || !meet(placement.of(*reach), window)) continue;
    sheet.push_back(std::visit(Mover(placement), item));
  }
}

void mask(const Box& window, Length width, Length height, std::vector<Item>& sheet) {
  sheet.emplace_back(Fill{{Length{}, Length{}, width, window.y}, paper});
  sheet.emplace_back(Fill{{Length{}, window.bottom(), width, height - window.bottom()}, paper});
  sheet.emplace_back(Fill{{Length{}, window.y, window.x, window.height}, paper});
  sheet.emplace_back(Fill{{window.right(), window.y, width - window.right(), window.height}, paper});
}

}  // namespace paiban::proof
