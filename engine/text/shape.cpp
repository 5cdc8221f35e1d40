#include "text/shape.hpp"

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "document/term_marks.hpp"
#include "text/cells.hpp"
#include "text/char_class.hpp"
#include "text/characters.hpp"
#include "text/dressed.hpp"
#include "text/joints.hpp"
#include "text/seams.hpp"
#include "text/side_marks.hpp"
#include "text/sorts.hpp"
#include "text/vertical.hpp"

namespace paiban::text {
namespace {

using document::PlannedText;
using document::Style;

constexpr int unit_ink_far = 100'000;  // beyond any ink: the start of a search for the least

/// Some faces draw any row of — in one glyph: a dash and the next, or a connector, are shaped apart (typography P4).
bool are_dashes(const Dressed& a, const Dressed& b) {
  constexpr char32_t em_dash = U'\u2014';
  return a.shown == em_dash && b.shown == em_dash;
}

/// Digits and letters, and the signs that open bylines: brush-like faces draw □ and the like clumsily or not at all.
bool from_latin_face(const Character& c) { return c.word != 0 || c.cls == CharClass::bullet; }

/// The trade role of the face for each character: the innermost span that names one, else the style's.
std::vector<const std::string*> roles_of(const std::vector<Character>& characters, const PlannedText& text, const Style& style) {
  std::vector<const std::string*> roles(characters.size());
  for (std::size_t i = 0; i < characters.size(); ++i)
    roles[i] = from_latin_face(characters[i]) && !style.latin_face.empty() ? &style.latin_face : &style.face;
  for (const document::Span& span : text.text.spans) {
    const std::string& face = style.span_faces[static_cast<std::size_t>(span.kind)];
    if (face.empty()) continue;
    const auto first = std::lower_bound(characters.begin(), characters.end(), span.start,
                                        [](const Character& c, std::uint32_t start) { return c.start < start; });
    for (auto i = static_cast<std::size_t>(first - characters.begin()); i < characters.size() && characters[i].end <= span.end;
         ++i)
      roles[i] = &face;
  }
  return roles;
}

/// ／ takes half an em (typography W6), but faces draw it over a whole one, into its neighbours: their / is as wide as it should
/// be.
char32_t shown_for(const Character& c, const Style& style) {
  if (style.writing == document::Writing::vertical) return vertical_form(c);
  return c.code_point == U'\uFF0F' ? U'/' : c.code_point;
}

Result<std::vector<Dressed>> dress(const PlannedText& text, const Style& style, FaceChooser& chooser, Shaper& shaper,
                                   Report& report) {
  const std::vector<Character> characters = read_characters(text.text.utf8);
  const auto roles = roles_of(characters, text, style);
  Sorts sorts(text, characters, chooser, shaper, report);
  std::vector<Dressed> dressed;
  dressed.reserve(characters.size());
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto sort = sorts.choose(i, shown_for(characters[i], style), *roles[i]);
    if (!sort) return tl::unexpected(sort.error());
    dressed.push_back({characters[i], sort->face, sort->font, sort->shown});
  }
  return dressed;
}

std::vector<CodePoint> code_points(std::string_view text, const Dressed& d) {
  if (d.shown == geta) return {{geta, d.character.start}};  // for all of the character
  std::vector<CodePoint> points;
  for (std::uint32_t at = d.character.start; at < d.character.end;) {
    const Decoded decoded = decode_at(text, at);
    const bool base = at == d.character.start;
    points.push_back({base ? d.shown : decoded.code_point, d.character.start});
    at = decoded.next;
  }
  return points;
}

/// Builds a paragraph run by run.
class Builder {
 public:
  Builder(const PlannedText& text, const Style& style, Shaper& shaper) : style_(&style), shaper_(&shaper) {
    out_.text = text.text.utf8;
    out_.size = style.size;
    out_.em = style.size * style.scale_x;
    out_.vertical = style.writing == document::Writing::vertical;
    if (out_.vertical) out_.em = style.size;
  }

  ShapedParagraph build(const std::vector<Dressed>& text, const document::Text& source) {
    if (out_.vertical) stances_ = stances_of(text, *style_);
    if (!text.empty()) principal_bottom_ = text.front().face->entry().em_box_bottom;
    for (const Dressed& d : text)
      if (!from_latin_face(d.character) && !d.character.space) {
        principal_bottom_ = d.face->entry().em_box_bottom;
        break;
      }
    out_.baseline = in_em(face_em + principal_bottom_, style_->size);
    for (std::size_t from = 0; from < text.size();) from = add_run(text, from);
    if (style_->spread_names) spread_names(source.spans);
    set_pairs(text);
    if (style_->hanging == document::Hanging::stops) hang_stops();
    add_joints(text);
    tie_names(source);
    part_run_in_heads(source);
    force_line_ends(source);
    return std::move(out_);
  }

 private:
  [[nodiscard]] Stance stance(std::size_t i) const { return out_.vertical ? stances_[i] : Stance::upright; }

  /// Where the run ends that begins at `from`: what is shaped together is of one face, and in a vertical line of one stance.
  [[nodiscard]] std::size_t end_of_run(const std::vector<Dressed>& text, std::size_t from) const {
    const Dressed& first = text[from];
    // Side by side stand the digits of one word, or two marks.
    const std::size_t most = stance(from) == Stance::side_by_side && first.character.word == 0 ? from + 2 : text.size();
    std::size_t to = from + 1;
    while (to < most && !text[to].character.space && !text[to].hidden && text[to].font == first.font &&
           !are_dashes(text[to - 1], text[to]) && (text[to].character.word != 0) == (first.character.word != 0) &&
           (!out_.vertical || (stances_[to] == stances_[from] && text[to].character.word == first.character.word)))
      ++to;
    return to;
  }

  /// Shapes the run that begins at `from`; returns where the next begins.
  std::size_t add_run(const std::vector<Dressed>& text, std::size_t from) {
    const Dressed& first = text[from];
    if (first.character.space) return from + 1;
    if (first.hidden) {
      add_unit(first, {}).hidden = true;
      return from + 1;
    }
    const std::size_t to = end_of_run(text, from);
    std::vector<CodePoint> run;
    for (std::size_t i = from; i < to; ++i) {
      const auto points = code_points(out_.text, text[i]);
      run.insert(run.end(), points.begin(), points.end());
    }
    const bool western = first.character.word != 0;
    const bool down = out_.vertical && stance(from) == Stance::upright;
    const auto glyphs = shaper_->shape(*first.face, run, western && !down ? RunScript::western : RunScript::han,
                                       down ? RunDirection::vertical : RunDirection::horizontal);
    place_run({text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(to)}, glyphs,
              stance(from));
    return to;
  }

  void place_run(std::span<const Dressed> run, std::span<const RawGlyph> glyphs, Stance stance) {
    if (stance == Stance::side_by_side) {
      place_side_by_side(run, glyphs);
      return;
    }
    std::size_t g = 0;
    for (const Dressed& d : run) {
      const std::size_t first = g;
      while (g < glyphs.size() && glyphs[g].cluster < d.character.end) ++g;
      const auto own = glyphs.subspan(first, g - first);
      // A ligature across characters is switched off; should a face make one all the same, the later character is empty.
      if (own.empty()) {
        if (!out_.units.empty()) out_.units.back().end = d.character.end;
        continue;
      }
      if (out_.vertical && stance == Stance::upright)
        add_vertical(d, own);
      else
        add_horizontal(d, own, stance == Stance::rotated);
    }
  }

  Unit& add_unit(const Dressed& d, const Cell& cell) {
    Unit unit;
    unit.start = d.character.start;
    unit.end = d.character.end;
    unit.cls = d.character.cls;
    const bool doubles = unit.cls == CharClass::dash || unit.cls == CharClass::ellipsis;
    unit.characters = doubles && cell.width == 2 * face_em ? 2 : 1;
    unit.squeeze = d.hidden ? Squeeze::none : squeeze_of(unit.cls);
    unit.width = in_em(cell.width, out_.em);
    unit.trim_start = in_em(cell.give_start, out_.em);
    unit.trim_end = in_em(cell.give_end, out_.em);
    if (!cell.locked) {
      unit.give_start = unit.trim_start;
      unit.give_end = unit.trim_end;
    }
    if (unit.cls == CharClass::wide_space) unit.trim_end = unit.width;
    unit.first_glyph = unit.last_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
    out_.units.push_back(unit);
    return out_.units.back();
  }

  void add_horizontal(const Dressed& d, std::span<const RawGlyph> glyphs, bool rotated) {
    const Cell cell = horizontal_cell(d.character, glyphs, *d.face, *style_);
    Unit& unit = add_unit(d, cell);
    int pen = cell.glyph;
    // Faces stand by their em boxes, not their baselines (fonts.md 5.4); in a vertical line rotated text is centred by it.
    const int lift = rotated ? -(face_em / 2 + d.face->entry().em_box_bottom) : d.face->entry().em_box_bottom - principal_bottom_;
    for (const RawGlyph& raw : glyphs) {
      const Length across = in_em(rotated ? lift + raw.y : lift - raw.y, style_->size);
      out_.glyphs.push_back(
          {d.font, raw.id, in_em(pen + raw.x, out_.em), across, rotated, rotated ? unscaled(*style_) : Ratio::one()});
      pen += raw.advance;
    }
    unit.last_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
    if (style_->fit == document::Fit::ink) measure_ink(unit, d, glyphs, cell.glyph);
  }

  void measure_ink(Unit& unit, const Dressed& d, std::span<const RawGlyph> glyphs, int pen) {
    int left = unit_ink_far, right = -unit_ink_far, top = unit_ink_far, bottom = unit_ink_far;
    const int em_box_top = face_em + principal_bottom_;
    for (const RawGlyph& raw : glyphs) {
      const font::InkBox ink = d.face->ink_of(raw.id);
      left = std::min(left, pen + raw.x + ink.left);
      right = std::max(right, pen + raw.x + ink.right);
      top = std::min(top, em_box_top - ink.top);
      bottom = std::min(bottom, ink.bottom - principal_bottom_);
      pen += raw.advance;
    }
    unit.ink_start = in_em(left, out_.em);
    unit.ink_end = unit.width - in_em(right, out_.em);
    unit.ink_top = in_em(top, style_->size);
    unit.ink_bottom = in_em(bottom, style_->size);
  }

  void add_vertical(const Dressed& d, std::span<const RawGlyph> glyphs) {
    const std::size_t first = out_.glyphs.size();
    add_standing(d, stand_upright(d, glyphs, *style_, out_.glyphs), first);
  }

  void place_side_by_side(std::span<const Dressed> run, std::span<const RawGlyph> glyphs) {
    const std::size_t first = out_.glyphs.size();
    Unit& unit = add_standing(run.front(), stand_side_by_side(run, glyphs, *style_, out_.glyphs), first);
    unit.end = run.back().character.end;
    unit.characters = static_cast<std::uint8_t>(run.size());
  }

  /// A unit of a vertical line whose glyphs, from `first_glyph` on, are there already.
  Unit& add_standing(const Dressed& d, const Cell& cell, std::size_t first_glyph) {
    Unit& unit = add_unit(d, cell);
    unit.first_glyph = static_cast<std::uint32_t>(first_glyph);
    if (style_->fit == document::Fit::ink) {
      unit.ink_start = in_em(cell.ink_start, out_.em);
      unit.ink_end = in_em(cell.ink_end, out_.em);
    }
    return unit;
  }

  void set_pairs(const std::vector<Dressed>& text) {
    std::map<std::uint32_t, char32_t> marks;
    for (const Dressed& d : text) marks[d.character.start] = d.character.code_point;
    for (std::size_t i = 0; i + 1 < out_.units.size(); ++i) {
      Unit& first = out_.units[i];
      Unit& second = out_.units[i + 1];
      if (first.squeeze == Squeeze::none || second.squeeze == Squeeze::none) continue;  // a space typed between marks is nothing
      const std::span<Glyph> glyphs(out_.glyphs.data() + second.first_glyph, second.last_glyph - second.first_glyph);
      set_pair(first, second, glyphs, out_.em, marks[first.start], marks[second.start]);
    }
  }

  /// 标点悬挂: at a line's end all of a pause or stop is outside, but never of two marks in a row (typography W10).
  void hang_stops() {
    for (std::size_t i = 1; i < out_.units.size(); ++i) {
      Unit& unit = out_.units[i];
      const bool alone = !is_mark(out_.units[i - 1].cls);
      if (alone && (unit.cls == CharClass::pause || unit.cls == CharClass::stop)) unit.trim_end = unit.width;
    }
  }

  /// A name of two Han is one unit as wide as three characters at the style's tracking: it opens nowhere, no line ends in it, and
  /// a reader of the text finds it whole (typography G8).
  void spread_names(const std::vector<document::Span>& spans) {
    for (const document::Span& span : spans) {
      if (span.kind != document::SpanKind::name) continue;
      const auto first = std::lower_bound(out_.units.begin(), out_.units.end(), span.start,
                                          [](const Unit& unit, std::uint32_t at) { return unit.start < at; });
      const auto second = first == out_.units.end() ? first : std::next(first);
      if (second == out_.units.end() || second->end != span.end || first->end != second->start) continue;
      if (first->cls == CharClass::han && second->cls == CharClass::han) join_name(first);
    }
  }

  void join_name(std::vector<Unit>::iterator first) {
    const auto second = std::next(first);
    // A unit is of one face: its bytes are one cluster of the output's text.
    if (out_.glyphs[first->first_glyph].face != out_.glyphs[second->first_glyph].face) return;
    const Length width = out_.em * 3 + out_.em * style_->tracking * 2;
    for (std::uint32_t g = second->first_glyph; g < second->last_glyph; ++g) out_.glyphs[g].x += width - second->width;
    first->end = second->end;
    first->last_glyph = second->last_glyph;
    first->characters = 2;
    first->width = width;
    out_.units.erase(second);
  }

  void add_joints(const std::vector<Dressed>& text) {
    std::size_t c = 0;
    const auto dressed_at = [&](std::uint32_t start) -> const Dressed& {
      while (text[c].character.start != start) ++c;
      return text[c];
    };
    const Dressed* before = nullptr;
    for (std::size_t i = 0; i < out_.units.size(); ++i) {
      const Dressed& here = dressed_at(out_.units[i].start);
      if (before != nullptr) {
        const bool space = out_.units[i].start > out_.units[i - 1].end;
        Joint joint = joint_between(before->character, here.character, space, *style_, out_.em);
        if (out_.vertical && joint.gap_kind == Squeeze::han_latin) close_upright(i, joint);
        if (out_.units[i - 1].hidden || out_.units[i].hidden) joint.opens = joint.opens && opens_beside_title(i);
        if (joint.opens) track(joint);
        if (takes_hyphen(before->character, here.character))
          joint.hyphen = hyphen_of(*before->face, out_.glyphs[out_.units[i - 1].first_glyph]).width;
        out_.joints.push_back(joint);
      }
      before = &here;
    }
    open_long_mark_rows(out_.units, out_.joints);
  }

  /// The hyphen that goes with a letter of `face`; made when the first word asks for it.
  const Hyphen& hyphen_of(const font::Face& face, const Glyph& letter) {
    for (const Hyphen& hyphen : out_.hyphens)
      if (hyphen.glyph.face == letter.face) return hyphen;
    Hyphen hyphen{letter, {}};
    hyphen.glyph.id = face.glyph_of(U'-');
    hyphen.glyph.x = Length{};
    hyphen.width = in_em(face.advance_of(hyphen.glyph.id), out_.em);
    return out_.hyphens.emplace_back(hyphen);
  }

  /// What stands upright in its own cell is set like an ideograph: no gap between the two.
  void close_upright(std::size_t i, Joint& joint) const {
    const auto lies = [this](const Unit& unit) {
      return unit.first_glyph < unit.last_glyph && out_.glyphs[unit.first_glyph].rotated;
    };
    if (lies(out_.units[i - 1]) || lies(out_.units[i])) return;
    joint.gap_kind = Squeeze::none;
    joint.gap = joint.gap_least = joint.gap_most = Length{};
  }

  /// Beside a hidden 《 or 》 there is one place that opens, on its outer side.
  [[nodiscard]] bool opens_beside_title(std::size_t i) const {
    const Unit& before = out_.units[i - 1];
    const Unit& after = out_.units[i];
    return !(before.hidden && before.cls == CharClass::opening) && !(after.hidden && after.cls == CharClass::closing);
  }

  /// The style's own tracking is part of the natural width.
  void track(Joint& joint) const {
    const Length tracking = out_.em * style_->tracking;
    joint.gap += tracking;
    joint.gap_least += tracking;
    joint.gap_most += tracking;
  }

  /// 人名不拆行: a line may end inside a name, at a price (tie_costs).
  void tie_names(const document::Text& text) {
    for (const document::Span& span : text.spans) {
      if (span.kind != document::SpanKind::name && span.kind != document::SpanKind::person) continue;
      for (std::size_t i = unit_from(span.start); i + 1 < out_.units.size() && out_.units[i + 1].end <= span.end; ++i)
        out_.joints[i].tie = Tie::name;
    }
  }

  /// 接排小标题: an em of white between such a head and the text that goes on after it, unless it was typed (typography H7).
  void part_run_in_heads(const document::Text& text) {
    for (const document::Span& span : text.spans) {
      if (span.kind != document::SpanKind::run_in) continue;
      const std::size_t after = unit_from(span.end);
      if (after == 0 || after >= out_.units.size()) continue;
      if (out_.units[after].cls == CharClass::wide_space || out_.units[after - 1].cls == CharClass::wide_space) continue;
      Joint& joint = out_.joints[after - 1];
      joint.gap = joint.gap_least = joint.gap_most = out_.em;
      joint.gap_kind = Squeeze::none;
    }
  }

  /// The first unit that begins at `offset` or behind it.
  [[nodiscard]] std::size_t unit_from(std::uint32_t offset) const {
    const auto at = std::lower_bound(out_.units.begin(), out_.units.end(), offset,
                                     [](const Unit& unit, std::uint32_t start) { return unit.start < start; });
    return static_cast<std::size_t>(at - out_.units.begin());
  }

  /// Given line ends hold, whatever the rules say: the page is re-set from print. A lost line is a line of its own.
  void force_line_ends(const document::Text& text) {
    for (const std::uint32_t end : text.line_ends) set_rule_at(end, Break::forced);
    for (const document::Span& span : text.spans) {
      if (span.kind != document::SpanKind::gap || span.value != document::whole_line_gap) continue;
      set_rule_at(span.start, Break::forced);
      set_rule_at(span.end, Break::closed);
    }
  }

  /// Between two units alone: an offset inside one is no place where a line could end.
  void set_rule_at(std::uint32_t offset, Break rule) {
    const auto after = std::lower_bound(out_.units.begin(), out_.units.end(), offset,
                                        [](const Unit& unit, std::uint32_t at) { return unit.start < at; });
    if (after == out_.units.begin() || after == out_.units.end() || std::prev(after)->end > offset) return;
    out_.joints[static_cast<std::size_t>(after - out_.units.begin()) - 1].rule = rule;
  }

  ShapedParagraph out_;
  std::vector<Stance> stances_;  ///< of the characters of a vertical line
  const Style* style_;
  Shaper* shaper_;
  int principal_bottom_ = 0;  ///< em-box bottom of the face of the first Han character
};

}  // namespace

Result<ShapedParagraph> TextShaper::shape(const PlannedText& text, const Style& style, Report& report) {
  auto dressed = dress(text, style, chooser_, shaper_, report);
  if (!dressed) return tl::unexpected(std::move(dressed).error());
  if (style.writing == document::Writing::vertical) advise_han_numerals(text, *dressed, style, report);
  hide_title_marks(text, style, *dressed);
  ShapedParagraph shaped = Builder(text, style, shaper_).build(*dressed, text.text);
  if (auto marked = add_side_marks(text, style, chooser_, shaper_, report, shaped); !marked)
    return tl::unexpected(std::move(marked).error());
  return shaped;
}

Result<std::vector<ShapedParagraph>> shape_texts(const document::Plan& plan, const font::FontCatalogue& fonts, Report& report) {
  TextShaper shaper(fonts);
  WordBreaker words;
  Report unheard;  // of stand-ins, whose words nobody reads, and of what is said elsewhere
  std::vector<ShapedParagraph> shaped;
  shaped.reserve(plan.texts.size());
  for (document::TextId id = 0; id < plan.texts.size(); ++id) {
    const PlannedText& text = plan.texts[id];
    auto paragraph = shaper.shape(text, plan.style_of(id), text.promised || text.variant ? unheard : report);
    if (!paragraph) return tl::unexpected(std::move(paragraph).error());
    if (document::is_head_role(text.role)) mark_seams(*paragraph, text.text.spans, words);
    shaped.push_back(std::move(*paragraph));
  }
  return shaped;
}

}  // namespace paiban::text
