#include "paint/line_painter.hpp"

#include <algorithm>
#include <utility>

#include "page/side_marks.hpp"
#include "paragraph/justify.hpp"

namespace paiban::paint {
namespace {

using document::Span;
using document::Style;
using text::Glyph;
using text::ShapedParagraph;
using text::Unit;

/// The swatch of a unit: the innermost span's that names one, else the style's.
const std::string& swatch_of(const document::PlannedText& planned, const Style& style, const Unit& unit) {
  const std::string* swatch = &style.swatch;
  for (const Span& span : planned.text.spans) {
    const std::string& own = style.span_swatches[static_cast<std::size_t>(span.kind)];
    if (!own.empty() && unit.start >= span.start && unit.end <= span.end) swatch = &own;
  }
  return *swatch;
}

/// The link that a unit is in, or nullptr.
const Span* link_at(const document::PlannedText& planned, const Unit& unit) {
  const auto& spans = planned.text.spans;
  const auto found = std::ranges::find_if(spans, [&unit](const Span& span) {
    return span.kind == document::SpanKind::link && unit.start >= span.start && unit.end <= span.end;
  });
  return found == spans.end() ? nullptr : &*found;
}

/// Collects glyphs into runs; a run ends where face, size, scale, stance or colour change.
class RunBuilder {
 public:
  explicit RunBuilder(std::vector<Item>& items) : items_(items) {}
  RunBuilder(const RunBuilder&) = delete;
  RunBuilder& operator=(const RunBuilder&) = delete;
  ~RunBuilder() { flush(); }

  /// Opens a cluster for the `bytes` that the next glyphs of this look show.
  void begin_cluster(const GlyphRun& look, std::string_view bytes) {
    if (!continues(look)) {
      flush();
      run_ = look;
    }
    const std::size_t before = run_.text.size();
    run_.text += std::exchange(waiting_, {});
    run_.text += bytes;
    run_.clusters.push_back({static_cast<std::uint16_t>(run_.text.size() - before), 0});
  }

  /// Bytes that no glyph shows, but that who searches the text should find: they go with the cluster before, or the next one.
  void keep(std::string_view bytes) {
    if (run_.clusters.empty()) {
      waiting_ += bytes;
      return;
    }
    run_.text += bytes;
    run_.clusters.back().bytes = static_cast<std::uint16_t>(run_.clusters.back().bytes + bytes.size());
  }

  /// Whether glyphs of this look go on in the run at hand.
  [[nodiscard]] bool continues(const GlyphRun& look) const {
    return !run_.clusters.empty() && run_.face == look.face && run_.size == look.size && run_.scale_x == look.scale_x &&
           run_.rotated == look.rotated && run_.colour == look.colour;
  }

  void add(std::uint32_t id, Point origin) {
    run_.glyphs.push_back({id, origin});
    ++run_.clusters.back().glyphs;
  }

  /// What follows stands behind it.
  void add(Tag tag) {
    flush();
    items_.emplace_back(std::move(tag));
  }

 private:
  void flush() {
    if (!run_.glyphs.empty()) items_.emplace_back(std::move(run_));
    run_ = {};
  }

  std::vector<Item>& items_;
  GlyphRun run_;
  std::string waiting_;  ///< kept for the next cluster
};

/// Tags the stretches of a line that are links.
class LinkTags {
 public:
  explicit LinkTags(RunBuilder& runs) : runs_(runs) {}
  LinkTags(const LinkTags&) = delete;
  LinkTags& operator=(const LinkTags&) = delete;
  ~LinkTags() { enter(nullptr); }

  /// What comes now is in `link`, nullptr: in none.
  void enter(const Span* link) {
    if (link == link_) return;
    if (link_ != nullptr) runs_.add(Tag{false, link_->value, Part::link});
    if (link != nullptr) runs_.add(Tag{true, link->value, Part::link});
    link_ = link;
  }

 private:
  RunBuilder& runs_;
  const Span* link_ = nullptr;
};

// What the hyphen of a parted word is to those who read the file: the sign that ends lines in every book, so that readers
// take it out again and find the word whole (pdftotext does, and so do the viewers that search over line ends).
constexpr std::string_view hyphen_bytes = "-";

/// What a unit says to those who read the file: its bytes, but not the soft hyphens of the copy, which would part the word for
/// who searches it.
std::string readable(std::string_view bytes) {
  constexpr std::string_view soft_hyphen = "\u00AD";
  std::string text(bytes);
  for (std::size_t at = text.find(soft_hyphen); at != std::string::npos; at = text.find(soft_hyphen, at))
    text.erase(at, soft_hyphen.size());
  return text;
}

Ratio product(Ratio a, Ratio b) { return Ratio{scale_rounded(a.ten_thousandths, b.ten_thousandths, 10'000)}; }

/// `scale_x`: of the line's text, as its style or its head's look has it.
GlyphRun look_of(const ShapedParagraph& text, Ratio scale_x, const Glyph& glyph, const Colour& colour) {
  return {glyph.face, text.size, product(scale_x, glyph.scale), glyph.rotated, colour, {}, {}, {}};
}

/// Where a glyph of `set` stands on the page; its cell begins `along` from the line's start.
Point origin_of(const ShapedParagraph& text, const page::SetLine& set, const Glyph& glyph, Length along) {
  return text.vertical ? Point{set.at.x - text.size / 2 + glyph.y, set.at.y + along + glyph.x}
                       : Point{set.at.x + along + glyph.x, set.at.y + text.baseline + glyph.y};
}

void paint_characters(const document::Plan& plan, const ShapedParagraph& text, const page::SetLine& set,
                      std::vector<Item>& items) {
  const document::PlannedText& planned = plan.texts[set.text];
  const Style& style = plan.style_of(set.text);
  const Ratio scale_x = set.look ? set.look->scale_x : style.scale_x;
  const std::vector<Length> starts = paragraph::justify(text, set.line);
  RunBuilder runs(items);
  LinkTags links(runs);
  for (std::uint32_t i = set.line.first; i < set.line.last; ++i) {
    const Unit& unit = text.units[i];
    links.enter(link_at(planned, unit));
    const Length along = set.line.indent + starts[i - set.line.first];
    const Colour colour = colour_of(plan.design, swatch_of(planned, style, unit));
    const std::string_view bytes = std::string_view(text.text).substr(unit.start, unit.end - unit.start);
    if (unit.hidden) runs.keep(bytes);
    for (std::uint32_t g = unit.first_glyph; g < unit.last_glyph; ++g) {
      const Glyph& glyph = text.glyphs[g];
      const GlyphRun look = look_of(text, scale_x, glyph, colour);
      // A unit is of one face: all its bytes are one cluster.
      if (g == unit.first_glyph) runs.begin_cluster(look, readable(bytes));
      runs.add(glyph.id, origin_of(text, set, glyph, along));
    }
  }
  if (const text::Hyphen* hyphen = set.line.hyphenated ? hyphen_after(text, set.line.last - 1) : nullptr) {
    const Unit& last = text.units[set.line.last - 1];
    runs.begin_cluster(look_of(text, scale_x, hyphen->glyph, colour_of(plan.design, swatch_of(planned, style, last))),
                       hyphen_bytes);
    runs.add(hyphen->glyph.id, origin_of(text, set, hyphen->glyph, set.line.indent + starts.back() + last.width));
  }
}

/// A line's own axes on the page: along it from its start, and across from its centre, downwards or to the right.
class Axes {
 public:
  Axes(const ShapedParagraph& text, const page::SetLine& line) : vertical_(text.vertical), at_(line.at), half_(text.size / 2) {}
  [[nodiscard]] Point point(Length along, Length across) const {
    return vertical_ ? Point{at_.x - half_ + across, at_.y + along} : Point{at_.x + along, at_.y + half_ + across};
  }

 private:
  bool vertical_;
  Point at_;
  Length half_;
};

Wave wave_of(const page::SetMark& mark, const Axes& axes, Length size, const Colour& colour) {
  const auto waves = static_cast<int>(((mark.to - mark.from).count() + (size * page::wave_length).count() / 2) /
                                      (size * page::wave_length).count());
  return {axes.point(mark.from, mark.across),
          axes.point(mark.to, mark.across),
          mark.size,
          size * page::wave_swing,
          std::max(waves, 1),
          colour};
}

/// 注音: a run of its own for each face.
void paint_reading(const text::SideMark& reading, const page::SetMark& mark, const Axes& axes, const Colour& colour,
                   std::vector<Item>& items) {
  RunBuilder runs(items);
  std::string_view bytes = reading.text;  // all of them go with the first glyph
  for (const Glyph& glyph : reading.glyphs) {
    const GlyphRun look{glyph.face, mark.size, Ratio::one(), glyph.rotated, colour, {}, {}, {}};
    if (!runs.continues(look) || !bytes.empty()) runs.begin_cluster(look, std::exchange(bytes, {}));
    const Length across = glyph.rotated ? mark.across - glyph.y : mark.across + glyph.y;
    runs.add(glyph.id, axes.point(mark.from + glyph.x, across));
  }
}

void paint_marks(const document::Plan& plan, const ShapedParagraph& text, const page::SetLine& set, std::vector<Item>& items) {
  const Axes axes(text, set);
  for (const page::SetMark& mark : set.marks) {
    const text::SideMark& source = text.side_marks[mark.source];
    const std::string& swatch = swatch_of(plan.texts[set.text], plan.style_of(set.text), text.units[source.first]);
    const Colour colour = colour_of(plan.design, swatch);
    switch (mark.kind) {
      case text::SideMark::Kind::dots:
        items.emplace_back(Disc{axes.point(mark.from, mark.across), mark.size, colour});
        break;
      case text::SideMark::Kind::line:
        items.emplace_back(Rule{axes.point(mark.from, mark.across), axes.point(mark.to, mark.across), mark.size, colour});
        break;
      case text::SideMark::Kind::wave:
        items.emplace_back(wave_of(mark, axes, text.size, colour));
        break;
      case text::SideMark::Kind::ruby:
        paint_reading(source, mark, axes, colour, items);
        break;
    }
  }
}

}  // namespace

Colour colour_of(const document::Template& design, const std::string& swatch) {
  const document::Swatch* found = design.swatch(swatch);
  return found != nullptr ? Colour{swatch, found->screen, found->cmyk} : Colour{swatch};
}

void paint_line(const document::Plan& plan, const ShapedParagraph& shaped, const page::SetLine& line, std::vector<Item>& items) {
  const text::TextAsSet as_set(shaped, line.look);
  paint_characters(plan, as_set.get(), line, items);
  paint_marks(plan, as_set.get(), line, items);
}

void paint_nameplate(const document::Plan& plan, const ShapedParagraph& text, const page::SetArtwork& nameplate,
                     std::vector<Item>& items) {
  const Style& style = plan.style_of(nameplate.text);
  const Colour colour = colour_of(plan.design, style.swatch);
  const Ratio scale = nameplate.size.per(text.size);
  RunBuilder runs(items);
  for (std::size_t i = 0; i < text.units.size(); ++i) {
    const Unit& unit = text.units[i];
    for (std::uint32_t g = unit.first_glyph; g < unit.last_glyph; ++g) {
      const Glyph& glyph = text.glyphs[g];
      const GlyphRun look{glyph.face, nameplate.size, style.scale_x, false, colour, {}, {}, {}};
      if (g == unit.first_glyph) runs.begin_cluster(look, std::string_view(text.text).substr(unit.start, unit.end - unit.start));
      runs.add(glyph.id, {nameplate.origins[i].x + glyph.x * scale, nameplate.origins[i].y + (text.baseline + glyph.y) * scale});
    }
  }
}

}  // namespace paiban::paint
