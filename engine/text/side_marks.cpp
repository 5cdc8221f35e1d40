#include "text/side_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "text/char_class.hpp"

namespace paiban::text {
namespace {

using document::Interlinear;
using document::PlannedText;
using document::Span;
using document::SpanKind;
using document::Style;
using Kind = SideMark::Kind;

// The gap between the lines that a mark needs, in em (typography R2): half an em, an eighth more for a dot below a line; a
// newspaper's third of an em holds a small dot and nothing else.
constexpr Ratio room_for_mark{5'000}, room_for_small_dot{2'500}, room_for_dot_below_line{6'250};

// Sizes and places, in em. Ideographs end some 0.04 em inside their em box, which adds to every distance.
constexpr Ratio dot{2'200}, small_dot{1'800};  // near a fifth of an em: seen without being looked at
constexpr Ratio dot_clear{400};                // between em box, or line, and dot
constexpr Ratio line_weight{500}, wave_weight{450};
constexpr Ratio line_off{1'050};    // of its middle; its far edge is 0.13 em off
constexpr Ratio below_line{1'300};  // where a dot's clearance begins under a line (R3)
constexpr Ratio ruby_size{5'000};   // half the size (R4)
constexpr Ratio ruby_off{1'000};    // of its baseline: g and q reach down to the em box, not into it
constexpr Ratio ruby_gap{2'500};    // between neighbours (R4)

/// A mark that is asked for: beside bytes [start, end).
struct Wish {
  Kind kind{};
  std::uint32_t start = 0, end = 0;
  SourcePlace at;
  const Span* ruby = nullptr;
};

std::optional<Kind> kind_of(Interlinear wanted) {
  switch (wanted) {
    case Interlinear::none:
      return std::nullopt;
    case Interlinear::dots:
      return Kind::dots;
    case Interlinear::line:
      return Kind::line;
    case Interlinear::wave:
      return Kind::wave;
  }
  return std::nullopt;
}

Ratio gap_of(const PlannedText& text, const Style& style) {
  const Length pitch = text.pitch > Length{} ? text.pitch : style.pitch;
  return std::max(Ratio{}, (pitch - style.size).per(style.size));
}

std::vector<Wish> wishes_of(const PlannedText& text, const Style& style, const ShapedParagraph& shaped) {
  std::vector<Wish> wishes;
  for (const Span& span : text.text.spans) {
    if (span.start == span.end) continue;
    if (const auto kind = kind_of(style.span_interlinears[static_cast<std::size_t>(span.kind)]))
      wishes.push_back({*kind, span.start, span.end, span.at, nullptr});
    if (span.kind == SpanKind::ruby) wishes.push_back({Kind::ruby, span.start, span.end, span.at, &span});
  }
  // A title whose 《》 are hidden has its wave from the one to the other.
  std::uint32_t opened = 0;
  for (const Unit& unit : shaped.units) {
    if (!unit.hidden) continue;
    if (unit.cls == CharClass::opening) opened = unit.end;
    if (unit.cls == CharClass::closing)
      wishes.push_back({Kind::wave, opened, unit.start, document::place_of(text.text, opened), nullptr});
  }
  return wishes;
}

bool overlap(const Wish& a, const Wish& b) { return a.start < b.end && b.start < a.end; }
bool is_line(Kind kind) { return kind == Kind::line || kind == Kind::wave; }

class SideMarker {
 public:
  SideMarker(const PlannedText& text, const Style& style, FaceChooser& chooser, Shaper& shaper, Report& report,
             ShapedParagraph& out)
      : text_(text), style_(style), chooser_(chooser), shaper_(shaper), report_(report), out_(out), gap_(gap_of(text, style)) {}

  Result<void> run() {
    wishes_ = wishes_of(text_, style_, out_);
    if (wishes_.empty()) return {};  // as almost every paragraph
    admit_all([](Kind kind) { return kind == Kind::ruby; }, room_for_mark);
    admit_all(is_line, room_for_mark);
    admit_all([](Kind kind) { return kind == Kind::dots; }, room_for_small_dot);
    for (const Wish& wish : wishes_)
      if (auto added = add(wish); !added) return added;
    std::ranges::stable_sort(out_.side_marks, {}, &SideMark::first);
    part_readings();
    return {};
  }

 private:
  /// Of one sort, all or none: a paragraph that dots one word and not the next says something else than it means.
  template <typename Sort>
  void admit_all(const Sort& of_sort, Ratio need) {
    if (gap_ >= need) return;
    for (const Wish& wish : wishes_)
      if (of_sort(wish.kind)) refuse(wish, need);
    std::erase_if(wishes_, [&](const Wish& wish) { return of_sort(wish.kind); });
  }

  void refuse(const Wish& wish, Ratio need) {
    const Code code = wish.kind == Kind::dots   ? Code::no_room_for_dots
                      : wish.kind == Kind::ruby ? Code::no_room_for_ruby
                                                : Code::no_room_for_line;
    const Length pitch = style_.size + style_.size * need;
    report_.add(code, wish.at,
                {text_.text.utf8.substr(wish.start, wish.end - wish.start), decimal(gap_.ten_thousandths, 10'000, 3),
                 decimal(need.ten_thousandths, 10'000, 3), to_points(pitch)},
                text_.story);
  }

  Result<void> add(const Wish& wish) {
    const auto first = std::ranges::lower_bound(out_.units, wish.start, {}, &Unit::start);
    const auto last = std::find_if(first, out_.units.end(), [&](const Unit& unit) { return unit.end > wish.end; });
    if (first == last) return {};
    SideMark mark;
    mark.kind = wish.kind;
    mark.first = static_cast<std::uint32_t>(first - out_.units.begin());
    mark.last = static_cast<std::uint32_t>(last - out_.units.begin());
    switch (wish.kind) {
      case Kind::dots:
        size_dots(wish, mark);
        break;
      case Kind::line:
      case Kind::wave:
        mark.size = style_.size * (wish.kind == Kind::line ? line_weight : wave_weight);
        mark.off = style_.size * line_off;
        break;
      case Kind::ruby:
        mark.size = style_.size * ruby_size;
        mark.off = style_.size * ruby_off;
        if (auto shaped = shape_reading(*wish.ruby, mark); !shaped) return shaped;
        break;
    }
    out_.side_marks.push_back(std::move(mark));
    return {};
  }

  /// In a horizontal line a dot stands below the line that stands there too (R3).
  void size_dots(const Wish& wish, SideMark& mark) const {
    const bool lined = !out_.vertical && std::ranges::any_of(wishes_, [&wish](const Wish& other) {
      return is_line(other.kind) && overlap(wish, other);
    });
    mark.size = style_.size * (gap_ >= (lined ? room_for_dot_below_line : room_for_mark) ? dot : small_dot);
    mark.off = style_.size * dot_clear + mark.size / 2 + (lined ? style_.size * below_line : Length{});
  }

  // ---- readings ----

  [[nodiscard]] const std::string& reading_role() const {
    const std::string& own = style_.span_faces[static_cast<std::size_t>(SpanKind::ruby)];
    if (!own.empty()) return own;
    return style_.latin_face.empty() ? style_.face : style_.latin_face;
  }

  /// Run by run of one face, from left to right.
  Result<void> shape_reading(const Span& ruby, SideMark& mark) {
    mark.text = ruby.value;
    std::vector<CodePoint> run;
    ChosenFace face;
    for (std::uint32_t at = 0; at < ruby.value.size();) {
      const Decoded decoded = decode_at(ruby.value, at);
      auto chosen = chooser_.choose(reading_role(), decoded.code_point);
      if (!chosen) return tl::unexpected(std::move(chosen).error());
      if (chosen->glyph == 0) report_missing(ruby, decoded.code_point);
      if (!run.empty() && chosen->id != face.id && !extends_cluster(decoded.code_point)) add_run(face, run, mark);
      if (run.empty()) face = *chosen;
      run.push_back({decoded.code_point, at});
      at = decoded.next;
    }
    add_run(face, run, mark);
    return {};
  }

  void report_missing(const Span& ruby, char32_t c) {
    report_.add(Code::no_glyph, ruby.at, {to_utf8(c), fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)), {}}, text_.story);
  }

  void add_run(const ChosenFace& face, std::vector<CodePoint>& run, SideMark& mark) {
    if (run.empty()) return;
    int pen = 0;
    for (const RawGlyph& raw : shaper_.shape(*face.face, run, RunScript::western, RunDirection::horizontal)) {
      mark.glyphs.push_back(
          {face.id, raw.id, mark.width + in_em(pen + raw.x, mark.size), in_em(-raw.y, mark.size), out_.vertical, Ratio::one()});
      pen += raw.advance;
    }
    mark.width += in_em(pen, mark.size);
    run.clear();
  }

  /// Readings keep their distance; where they are wider than what they stand over, that is moved apart.
  void part_readings() {
    std::vector<Length> starts;  // of the units' cells at natural width
    Length pen;
    for (std::size_t i = 0; i < out_.units.size(); ++i) {
      starts.push_back(pen);
      pen += out_.units[i].width + (i < out_.joints.size() ? out_.joints[i].gap : Length{});
    }
    const SideMark* before = nullptr;
    Length end, moved;
    for (const SideMark& mark : out_.side_marks) {
      if (mark.kind != Kind::ruby) continue;
      const Unit& last = out_.units[mark.last - 1];
      const Length middle = (starts[mark.first] + starts[mark.last - 1] + last.width) / 2 + moved;
      const Length lack = end + style_.size * ruby_gap - (middle - mark.width / 2);
      const bool close = before != nullptr && lack > Length{} && before->last <= mark.first && mark.first > 0;
      if (close) {
        Joint& joint = out_.joints[mark.first - 1];
        joint.gap += lack;
        joint.gap_least += lack;
        joint.gap_most += lack;
        moved += lack;
      }
      end = middle + (close ? lack : Length{}) + mark.width / 2;
      before = &mark;
    }
  }

  const PlannedText& text_;
  const Style& style_;
  FaceChooser& chooser_;
  Shaper& shaper_;
  Report& report_;
  ShapedParagraph& out_;
  Ratio gap_;  ///< between the lines, em
  std::vector<Wish> wishes_;
};

}  // namespace

Result<void> add_side_marks(const PlannedText& text, const Style& style, FaceChooser& chooser, Shaper& shaper, Report& report,
                            ShapedParagraph& out) {
  return SideMarker(text, style, chooser, shaper, report, out).run();
}

void hide_title_marks(const PlannedText& text, const Style& style, std::span<Dressed> characters) {
  if (style.titles != document::Titles::wavy || gap_of(text, style) < room_for_mark) return;
  constexpr char32_t opens = U'\u300A', closes = U'\u300B';
  Dressed* opened = nullptr;
  for (Dressed& d : characters) {
    if (d.character.code_point == opens && opened == nullptr) opened = &d;
    if (d.character.code_point != closes || opened == nullptr) continue;
    if (opened + 1 != &d) opened->hidden = d.hidden = true;
    opened = nullptr;
  }
}

}  // namespace paiban::text
