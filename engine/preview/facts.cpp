#include "preview/facts.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "document/names.hpp"
#include "page/place_words.hpp"
#include "page/resolution.hpp"
#include "paragraph/justify.hpp"
#include "report/numbers.hpp"
#include "taboo/find_taboos.hpp"

namespace paiban::preview {
namespace {

using Json = nlohmann::ordered_json;
using document::SpanKind;
using page::SetLine;
using page::SetStory;
using report::in_em;
using report::in_points;
using report::plain;

std::string key_of(const std::string& story, const std::string& words) { return story + '\x1f' + words; }

/// Calls `visit(story id, line)` with every line of the stories, heads first.
template <typename Visit>
void each_line(const std::vector<SetStory>& stories, const Visit& visit) {
  for (const SetStory& story : stories) {
    for (const page::Head& head : story.heads)
      for (const SetLine& line : head.rows) visit(story.id, line);
    for (const page::Leg& leg : story.legs)
      for (const SetLine& line : leg.lines) visit(story.id, line);
    each_line(story.boxes, visit);
  }
}

Json json_of(const Box& box) { return {in_points(box.x), in_points(box.y), in_points(box.width), in_points(box.height)}; }

Json json_of(const std::vector<Point>& outline) {
  Json corners = Json::array();
  for (const Point& corner : outline) corners.push_back({in_points(corner.x), in_points(corner.y)});
  return corners;
}

const char* name_of(LineBook::Change change) {
  static constexpr std::array names{"", "moved", "fresh"};
  return names[static_cast<std::size_t>(change)];
}

/// Words that are not sure, as the record has them; nullopt for what is only a way of setting.
std::optional<const char*> doubt_of(SpanKind kind) {
  switch (kind) {
    case SpanKind::gap:
      return "gap";
    case SpanKind::supplied:
      return "supplied";
    case SpanKind::conjectured:
      return "conjectured";
    case SpanKind::sic:
      return "sic";
    default:
      return std::nullopt;
  }
}

class FactWriter {
 public:
  FactWriter(const Edition& edition, const page::ComposedPage& page, const LineBook& before, const Report& sources,
             Language language)
      : edition_(edition), page_(page), before_(before), sources_(sources), language_(language) {}

  [[nodiscard]] Json run() const {
    const document::Grid& grid = edition_.plan.design.grid;
    Json stories = Json::array(), pictures = Json::array();
    add(page_.stories, stories, pictures);
    for (const page::SetPicture& picture : page_.pictures) pictures.push_back(json_of(picture));
    Json columns = Json::array();
    for (const Box& column : page_.columns) columns.push_back(preview::json_of(column));
    return {{"page", page_.number},
            {"words", page::page_words(page_.number)},
            {"width", in_points(page_.width)},
            {"height", in_points(page_.height)},
            {"grid",
             {{"x", in_points(grid.x)},
              {"right", in_points(grid.right())},
              {"y", in_points(grid.y)},
              {"pitch", in_points(grid.row)},
              {"rows", grid.rows}}},
            {"columns", std::move(columns)},
            {"stories", std::move(stories)},
            {"pictures", std::move(pictures)},
            {"findings", findings()}};
  }

 private:
  void add(const std::vector<SetStory>& set, Json& stories, Json& pictures) const {
    for (const SetStory& story : set) {
      stories.push_back(json_of(story));
      for (const page::SetPicture& picture : story.pictures) pictures.push_back(json_of(picture));
      add(story.boxes, stories, pictures);
    }
  }

  [[nodiscard]] Json json_of(const SetStory& story) const {
    Json outlines = Json::array(), heads = Json::array(), legs = Json::array();
    if (!story.outline.empty()) outlines.push_back(preview::json_of(story.outline));
    for (const std::vector<Point>& outline : story.more_outlines) outlines.push_back(preview::json_of(outline));
    for (const page::Head& head : story.heads) heads.push_back(json_of(head, story.id));
    for (const page::Leg& leg : story.legs) legs.push_back(json_of(leg, story.id));
    Json json{{"id", story.id},         {"kind", document::name_of(story.kind)}, {"words", story.words},
              {"within", story.within}, {"outlines", std::move(outlines)},       {"heads", std::move(heads)},
              {"legs", std::move(legs)}};
    if (story.fit) json["over"] = story.fit->lines - story.fit->room;
    if (story.promised) json["promised"] = {{"expected", story.promised->characters}, {"came", story.promised->came}};
    return json;
  }

  [[nodiscard]] Json json_of(const page::Head& head, const std::string& story) const {
    Json rows = Json::array();
    for (const SetLine& row : head.rows) rows.push_back(json_of(row, story));
    return {{"role", document::name_of(head.role)}, {"box", preview::json_of(head.box)}, {"rows", std::move(rows)}};
  }

  [[nodiscard]] Json json_of(const page::Leg& leg, const std::string& story) const {
    Json lines = Json::array();
    for (const SetLine& line : leg.lines) lines.push_back(json_of(line, story));
    return {{"box", preview::json_of(leg.box)}, {"room", leg.rows}, {"lines", std::move(lines)}};
  }

  [[nodiscard]] Json json_of(const SetLine& set, const std::string& story) const {
    const text::ShapedParagraph& text = edition_.texts[set.text];
    const Length size = set.look ? set.look->size : text.size;
    const std::uint32_t start = set.line.first < text.units.size() ? text.units[set.line.first].start : 0;
    const SourcePlace place = document::place_of(edition_.plan.texts[set.text].text, start);
    const Box box = text.vertical ? Box{set.at.x - size, set.at.y + set.line.indent, size, set.line.set}
                                  : Box{set.at.x + set.line.indent, set.at.y, set.line.set, size};
    std::string words = words_of(edition_, set);
    const LineBook::Change change = before_.change_of(story, words, set.at);
    const Length opened = set.line.set - set.line.natural;
    const Length gap = set.line.places == 0 ? Length{} : opened / static_cast<std::int64_t>(set.line.places);
    Json json{{"box", preview::json_of(box)},
              {"gap", in_em(gap, size)},
              {"tracking", plain(set.line.tracking)},
              {"measure", in_em(set.line.measure, size)},
              {"natural", in_em(set.line.natural, size)},
              {"size", in_points(size)},
              {"text", std::move(words)},
              {"at", {sources_.path(place.file), place.line, place.column}}};
    if (text.vertical) json["vertical"] = true;
    if (edition_.plan.texts[set.text].promised) json["promised"] = true;
    if (change != LineBook::Change::none) json["change"] = name_of(change);
    if (Json doubts = this->doubts(set, text, box); !doubts.empty()) json["doubts"] = std::move(doubts);
    return json;
  }

  /// Stretches of the line whose words are not sure: from and to along it, the kind, what is said of it.
  [[nodiscard]] Json doubts(const SetLine& set, const text::ShapedParagraph& text, const Box& box) const {
    Json doubts = Json::array();
    std::vector<Length> starts;
    for (const document::Span& span : edition_.plan.texts[set.text].text.spans) {
      const auto kind = doubt_of(span.kind);
      if (!kind) continue;
      std::uint32_t first = set.line.first, last = set.line.last;
      while (first < last && text.units[first].end <= span.start) ++first;
      while (last > first && text.units[last - 1].start >= span.end) --last;
      if (first == last) continue;
      if (starts.empty()) starts = paragraph::cells_as_set(text, set.line);
      const Length origin = text.vertical ? box.y : box.x;
      const Length from = starts[first - set.line.first];
      const Length to = last < set.line.last ? starts[last - set.line.first] : set.line.set;
      doubts.push_back({in_points(origin + from), in_points(origin + to), *kind, span.value});
    }
    return doubts;
  }

  [[nodiscard]] static Json json_of(const page::SetPicture& set) {
    return {{"box", preview::json_of(set.box)},   {"name", set.picture.source},
            {"ppi", page::pixels_per_inch(set)},  {"pixels", {set.picture.pixel_width, set.picture.pixel_height}},
            {"promised", set.picture.promised()}, {"standIn", set.picture.stand_in}};
  }

  [[nodiscard]] Json findings() const {
    Json findings = Json::array();
    for (const taboo::ToldFinding& told : taboo::tell_taboos(edition_.plan, edition_.texts, page_))
      findings.push_back({{"box", preview::json_of(told.where)},
                          {"code", code_name(told.words.code)},
                          {"error", gravity_of(told.words.code) != Gravity::warning},
                          {"says", message_of(told.words, language_)}});
    return findings;
  }

  const Edition& edition_;
  const page::ComposedPage& page_;
  const LineBook& before_;
  const Report& sources_;
  Language language_;
};

}  // namespace

std::string words_of(const Edition& edition, const page::SetLine& set) {
  const text::ShapedParagraph& text = edition.texts[set.text];
  if (edition.plan.texts[set.text].promised || set.line.first == set.line.last) return {};
  const std::uint32_t start = text.units[set.line.first].start;
  return text.text.substr(start, text.units[set.line.last - 1].end - start);
}

LineBook::LineBook(const Edition& edition, const page::ComposedPage& page) {
  each_line(page.stories, [&](const std::string& story, const SetLine& line) {
    lines_[key_of(story, words_of(edition, line))].push_back(line.at);
  });
}

LineBook::Change LineBook::change_of(const std::string& story, const std::string& words, Point at) const {
  if (lines_.empty()) return Change::none;  // the first time there is nothing to compare with
  const auto found = lines_.find(key_of(story, words));
  if (found == lines_.end()) return Change::fresh;
  return std::ranges::find(found->second, at) == found->second.end() ? Change::moved : Change::none;
}

std::string facts_json(const Edition& edition, std::size_t index, const LineBook& before, const Report& sources,
                       Language language) {
  return FactWriter(edition, edition.pages[index], before, sources, language)
      .run()
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace paiban::preview
