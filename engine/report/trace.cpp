#include "report/trace.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "document/names.hpp"
#include "paragraph/justify.hpp"
#include "report/numbers.hpp"

namespace paiban::report {
namespace {

using Json = nlohmann::ordered_json;
using document::name_of;
using page::SetLine;
using page::SetStory;

class Tracer {
 public:
  explicit Tracer(const Edition& edition) : edition_(edition) {}

  [[nodiscard]] Json run() const {
    Json pages = Json::array();
    for (const page::ComposedPage& page : edition_.pages) pages.push_back(trace(page));
    const document::Issue& issue = edition_.plan.issue;
    return {{"issue", std::to_string(issue.number)},
            {"date", edition_.lists.empty() ? std::string() : edition_.lists.front().date},
            {"unit", "pt"},
            {"template", edition_.plan.design.id},
            {"pages", std::move(pages)}};
  }

 private:
  [[nodiscard]] Json trace(const page::ComposedPage& page) const {
    Json stories = Json::array(), pictures = Json::array(), rules = Json::array(), furniture = Json::array();
    for (const SetLine& line : page.furniture) furniture.push_back(trace(line));
    for (const page::SetRule& rule : page.rules) rules.push_back(trace(rule));
    for (const page::SetPicture& picture : page.pictures) pictures.push_back(trace(picture));
    for (const SetStory& story : page.stories) add(story, stories, pictures, rules);
    return {{"number", page.number},
            {"width", in_points(page.width)},
            {"height", in_points(page.height)},
            {"pitch", in_points(edition_.plan.design.grid.row)},
            {"stories", std::move(stories)},
            {"pictures", std::move(pictures)},
            {"rules", std::move(rules)},
            {"furniture", std::move(furniture)}};
  }

  /// A story, then the boxes inside it, one after the other.
  void add(const SetStory& story, Json& stories, Json& pictures, Json& rules) const {
    Json legs = Json::array(), heads = Json::array();
    for (const page::Leg& leg : story.legs) legs.push_back(trace(leg));
    for (const page::Head& head : story.heads) heads.push_back(trace(head));
    if (story.jump_ahead) heads.push_back(trace(*story.jump_ahead));
    stories.push_back({{"id", story.id},
                       {"role", name_of(story.kind)},
                       {"within", story.within.empty() ? Json() : Json(story.within)},
                       {"legs", std::move(legs)},
                       {"heads", std::move(heads)},
                       {"outline", trace(story.outline)}});
    if (story.promised && story.promised->came == 0) stories.back()["promised"] = true;
    if (story.continues) stories.back()["continued"] = true;
    for (const std::vector<Point>& outline : story.more_outlines) stories.back()["more_outlines"].push_back(trace(outline));
    for (const page::SetPicture& picture : story.pictures) pictures.push_back(trace(picture));
    for (const page::SetRule& rule : story.rules) rules.push_back(trace(rule));
    for (const SetStory& box : story.boxes) add(box, stories, pictures, rules);
  }

  static Json trace(const std::vector<Point>& outline) {
    Json corners = Json::array();
    for (const Point& corner : outline) corners.push_back({in_points(corner.x), in_points(corner.y)});
    return corners;
  }

  static Json boxed(const Box& box) {
    return {{"x", in_points(box.x)}, {"y", in_points(box.y)}, {"width", in_points(box.width)}, {"height", in_points(box.height)}};
  }

  [[nodiscard]] Json trace(const page::Leg& leg) const {
    Json json = boxed(leg.box);
    if (leg.writing == document::Writing::vertical) {
      json["writing"] = "vertical";
      json["pitch"] = in_points(leg.pitch);
    }
    Json& lines = json["lines"] = Json::array();
    for (const SetLine& line : leg.lines) lines.push_back(trace(line));
    return json;
  }

  [[nodiscard]] Json trace(const page::Head& head) const {
    Json json{{"role", name_of(head.role)}};
    json.update(boxed(head.box));
    json["size"] = head.rows.empty() ? 0.0 : in_points(size_of(head.rows.front()));
    json["scale_x"] = head.rows.empty() ? 1.0 : plain(scale_of(head.rows.front()));
    json["divided"] = head.divided;
    Json& rows = json["rows"] = Json::array();
    Json& lines = json["lines"] = Json::array();
    for (const SetLine& row : head.rows) {
      rows.push_back(shown(row));
      lines.push_back(trace(row));
    }
    return json;
  }

  [[nodiscard]] Length size_of(const SetLine& set) const { return set.look ? set.look->size : edition_.texts[set.text].size; }
  [[nodiscard]] Ratio scale_of(const SetLine& set) const {
    return set.look ? set.look->scale_x : edition_.plan.style_of(set.text).scale_x;
  }

  /// 留版: a line of a stand-in shows no words.
  [[nodiscard]] bool is_promised(const SetLine& set) const { return edition_.plan.texts[set.text].promised; }

  [[nodiscard]] std::string shown(const SetLine& set) const {
    if (is_promised(set)) return {};
    const text::ShapedParagraph& text = edition_.texts[set.text];
    if (set.line.first == set.line.last) return {};
    const std::uint32_t start = text.units[set.line.first].start;
    return text.text.substr(start, text.units[set.line.last - 1].end - start);
  }

  [[nodiscard]] Json trace(const SetLine& set) const {
    const text::TextAsSet as_set(edition_.texts[set.text], set.look);
    const text::ShapedParagraph& text = as_set.get();
    const document::Style& style = edition_.plan.style_of(set.text);
    const std::uint32_t start = set.line.first < text.units.size() ? text.units[set.line.first].start : 0;
    const SourcePlace place = document::place_of(edition_.plan.texts[set.text].text, start);
    // A vertical line's baseline is its centre line; it runs from y downwards.
    Json json = text.vertical
                    ? Json{{"writing", "vertical"},
                           {"baseline", in_points(set.at.x - text.size / 2)},
                           {"x", in_points(set.at.x - text.size)},
                           {"y", in_points(set.at.y + set.line.indent)}}
                    : Json{{"baseline", in_points(set.at.y + text.baseline)}, {"x", in_points(set.at.x + set.line.indent)}};
    json.update(Json{{"measure", in_points(set.line.measure)},
                     {"natural", in_points(set.line.natural)},
                     {"set", in_points(set.line.set)},
                     {"tracking", plain(set.line.tracking)},
                     {"size", in_points(text.size)},
                     {"style", style.name},
                     {"text", shown(set)},
                     {"hyphenated", set.line.hyphenated},
                     {"source", {{"line", place.line}, {"column", place.column}}},
                     {"glyphs", glyphs(set, text)}});
    if (is_promised(set)) json["promised"] = true;
    if (!set.marks.empty()) json["marks"] = marks(set, text);
    return json;
  }

  [[nodiscard]] static Json marks(const SetLine& set, const text::ShapedParagraph& text) {
    static constexpr std::array kinds{"dot", "line", "wave", "ruby"};
    const Length half = text.size / 2;
    Json marks = Json::array();
    for (const page::SetMark& mark : set.marks) {
      const Length along = text.vertical ? set.at.y : set.at.x;
      const Length across = (text.vertical ? set.at.x - half : set.at.y + half) + mark.across;
      Json json{{"kind", kinds[static_cast<std::size_t>(mark.kind)]},
                {"from", in_points(along + mark.from)},
                {"to", in_points(along + mark.to)},
                {"across", in_points(across)},
                {"size", in_points(mark.size)}};
      if (mark.kind == text::SideMark::Kind::ruby) json["text"] = text.side_marks[mark.source].text;
      marks.push_back(std::move(json));
    }
    return marks;
  }

  [[nodiscard]] Json glyphs(const SetLine& set, const text::ShapedParagraph& text) const {
    const std::vector<Length> starts = paragraph::cells_as_set(text, set.line);
    const Length origin = (text.vertical ? set.at.y : set.at.x) + set.line.indent;
    Json glyphs = Json::array();
    if (is_promised(set)) return glyphs;
    for (std::uint32_t i = set.line.first; i < set.line.last; ++i) {
      const text::Unit& unit = text.units[i];
      const std::size_t own = i - set.line.first;
      const Length start = starts[own];
      // The advance is to the next unit's cell; the last one's to the end of the line as set.
      const Length next = i + 1 < set.line.last ? starts[own + 1] : set.line.set;
      const std::uint16_t face = unit.first_glyph < unit.last_glyph ? text.glyphs[unit.first_glyph].face : std::uint16_t{0};
      glyphs.push_back({{"char", text.text.substr(unit.start, unit.end - unit.start)},
                        {"class", text::name_of(unit.cls)},
                        {text.vertical ? "y" : "x", in_points(origin + start)},
                        {"advance", in_points(next - start)},
                        {"face", face < edition_.faces.size() ? edition_.faces[face] : std::string()}});
      if (text.vertical) glyphs.back()["stance"] = stance(text, unit);
    }
    return glyphs;
  }

  static const char* stance(const text::ShapedParagraph& text, const text::Unit& unit) {
    if (unit.first_glyph < unit.last_glyph && text.glyphs[unit.first_glyph].rotated) return "turned";
    return unit.characters > 1 && unit.cls == text::CharClass::digit ? "side-by-side" : "upright";
  }

  [[nodiscard]] Json trace(const page::SetPicture& picture) const {
    Json json{{"id", picture.story}};
    json.update(boxed(picture.box));
    json["ppi"] = pixels_per_inch(picture);
    if (picture.picture.promised()) json["promised"] = true;
    return json;
  }

  /// Effective resolution of the part that is seen; 0 where the picture's size is not known.
  static double pixels_per_inch(const page::SetPicture& picture) {
    if (picture.picture.pixel_width == 0 || picture.box.width <= Length{}) return 0.0;
    constexpr double points_per_inch = 72.0;
    const double seen = picture.picture.pixel_width * plain(picture.crop.right - picture.crop.left);
    return rounded(seen * points_per_inch / in_points(picture.box.width));
  }

  static Json trace(const page::SetRule& rule) {
    return {{"x", in_points(rule.from.x)}, {"y", in_points(rule.from.y)},     {"x2", in_points(rule.to.x)},
            {"y2", in_points(rule.to.y)},  {"weight", in_points(rule.width)}, {"swatch", rule.swatch}};
  }

  const Edition& edition_;
};

}  // namespace

std::string trace_json(const Edition& edition) { return Tracer(edition).run().dump(1) + "\n"; }

}  // namespace paiban::report
