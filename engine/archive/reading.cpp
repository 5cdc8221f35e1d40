#include "archive/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "paragraph/justify.hpp"
#include "text/resized.hpp"

namespace paiban::archive {
namespace {

using page::SetLine;
using text::ShapedParagraph;
using text::Unit;

Box joined(const Box& a, const Box& b) {
  if (a.width == Length{} && a.height == Length{}) return b;
  const Length x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

// The copy's soft hyphens say where a word may be parted, and are no part of it.
void append_readable(std::string& to, std::string_view bytes) {
  constexpr std::string_view soft_hyphen = "\u00AD";
  for (std::size_t at = bytes.find(soft_hyphen); at != std::string_view::npos; at = bytes.find(soft_hyphen)) {
    to += bytes.substr(0, at);
    bytes.remove_prefix(at + soft_hyphen.size());
  }
  to += bytes;
}

// The paper of a rule's ink.
Box box_of(const page::SetRule& rule) {
  const Length half = rule.width / 2;
  const bool level = rule.from.y == rule.to.y;
  const Length x = std::min(rule.from.x, rule.to.x) - (level ? Length{} : half);
  const Length y = std::min(rule.from.y, rule.to.y) - (level ? half : Length{});
  const Length right = std::max(rule.from.x, rule.to.x) + (level ? Length{} : half);
  const Length bottom = std::max(rule.from.y, rule.to.y) + (level ? half : Length{});
  return {x, y, right - x, bottom - y};
}

/// A line of the page, cell by cell.
class LineReader {
 public:
  LineReader(const ShapedParagraph& text, const SetLine& set) : text_(text), set_(set) {}

  ReadLine read() {
    const std::vector<Length> starts = paragraph::cells_as_set(text_, set_.line);
    origin_ = (text_.vertical ? set_.at.y : set_.at.x) + set_.line.indent;
    const Length end = origin_ + set_.line.set - hyphen_width();
    for (std::uint32_t i = set_.line.first; i < set_.line.last; ++i) {
      const std::size_t own = i - set_.line.first;
      const Length from = origin_ + starts[own];
      const Length next = i + 1 < set_.line.last ? origin_ + starts[own + 1] : end;
      if (own > 0) space_before(i, from);
      add(text_.units[i], from, std::min(next, from + text_.units[i].width));
    }
    place(end);
    return std::move(line_);
  }

 private:
  [[nodiscard]] Box box(Length from, Length until) const {
    return text_.vertical ? Box{set_.at.x - text_.size, from, text_.size, until - from}
                          : Box{from, set_.at.y, until - from, text_.size};
  }

  [[nodiscard]] Length hyphen_width() const {
    const text::Hyphen* hyphen = set_.line.hyphenated ? hyphen_after(text_, set_.line.last - 1) : nullptr;
    return hyphen == nullptr ? Length{} : hyphen->width;
  }

  // The spaces of the copy are no units, but what lies between two of them.
  void space_before(std::uint32_t unit, Length from) {
    if (text_.units[unit].start == text_.units[unit - 1].end) return;
    const auto at = static_cast<std::uint32_t>(line_.text.size());
    line_.text += ' ';
    line_.cells.push_back({at, at + 1, box(last_end_, from), {}, true});
  }

  void add(const Unit& unit, Length from, Length until) {
    const auto at = static_cast<std::uint32_t>(line_.text.size());
    append_readable(line_.text, std::string_view(text_.text).substr(unit.start, unit.end - unit.start));
    line_.cells.push_back(
        {at, static_cast<std::uint32_t>(line_.text.size()), box(from, until), unit.cls, unit.cls == text::CharClass::wide_space});
    last_end_ = until;
  }

  void place(Length end) {
    const Length whole = origin_ + set_.line.set;
    line_.vertical = text_.vertical;
    line_.box = box(origin_, whole);
    if (whole != end) line_.hyphen = box(end, whole);
    const Length middle = set_.at.x - text_.size / 2, base = set_.at.y + text_.baseline;
    line_.from = text_.vertical ? Point{middle, origin_} : Point{origin_, base};
    line_.until = text_.vertical ? Point{middle, whole} : Point{whole, base};
    const std::uint32_t first = set_.line.first;
    line_.begins = first == 0;
    line_.space_before = first > 0 && text_.units[first].start > text_.units[first - 1].end;
  }

  const ShapedParagraph& text_;
  const SetLine& set_;
  ReadLine line_;
  Length origin_, last_end_;
};

class PageReader {
 public:
  explicit PageReader(const Edition& edition) : edition_(edition) {}

  ReadPage read(const page::ComposedPage& page) {
    ReadPage read{page.number, page.width, page.height, {}, {}};
    for (const page::SetArtwork& nameplate : page.nameplates) add(this->nameplate(nameplate), read.furniture.blocks);
    for (const SetLine& line : page.furniture) {
      ReadBlock block{next_id("f", blocks_), document::Role::label, {}, {}, {}, false, false};
      add(line, block);
      add(std::move(block), read.furniture.blocks);
    }
    for (const page::SetPicture& each : page.pictures) read.furniture.pictures.push_back(picture(each));
    for (const page::SetRule& rule : page.rules) read.furniture.rules.push_back(box_of(rule));
    for (const page::SetStory& story : page.stories) read.articles.push_back(article(story));
    return read;
  }

 private:
  static std::string next_id(const char* kind, int& count) { return fmt::format("{}{}", kind, ++count); }
  static void add(ReadBlock block, std::vector<ReadBlock>& to) {
    if (!block.lines.empty()) to.push_back(std::move(block));
  }

  [[nodiscard]] const document::PlannedText& planned(const SetLine& line) const { return edition_.plan.texts[line.text]; }

  Article article(const page::SetStory& story) {
    Article article;
    article.id = next_id("a", articles_);
    article.story = story.id;
    article.kind = story.kind;
    article.continues = story.continues;
    if (story.more_outlines.empty()) article.outline = story.outline;
    for (const page::SetPicture& each : story.pictures)
      if (!each.picture.promised()) article.pictures.push_back(picture(each));
    for (const page::Head& head : story.heads) add(this->head(head), follows(head, story) ? article.closing : article.heads);
    for (const page::Leg& leg : story.legs) {
      ReadLeg read = this->leg(leg);
      if (!read.paragraphs.empty()) article.legs.push_back(std::move(read));
    }
    if (story.jump_ahead) add(head(*story.jump_ahead), article.closing);
    for (const page::SetRule& rule : story.rules) article.rules.push_back(box_of(rule));
    for (const page::SetStory& box : story.boxes) article.boxes.push_back(this->article(box));
    enclose(article);
    return article;
  }

  static void enclose(Article& article) {
    for (const Point& corner : article.outline) article.box = joined(article.box, {corner.x, corner.y, {}, {}});
    for_each_block(article, [&](const ReadBlock& block) { article.box = joined(article.box, block.box); });
    for (const ReadPicture& each : article.pictures) article.box = joined(article.box, each.box);
    for (const Article& each : article.boxes) article.box = joined(article.box, each.box);
  }

  /// Whether a head was written after the running text, as its staff line is. Texts are numbered as they are read.
  [[nodiscard]] bool follows(const page::Head& head, const page::SetStory& story) const {
    if (head.rows.empty() || planned(head.rows.front()).variant) return false;
    for (const page::Leg& leg : story.legs)
      if (!leg.lines.empty()) return head.rows.front().text > leg.lines.front().text && head.role == document::Role::staff;
    return false;
  }

  ReadBlock head(const page::Head& head) {
    ReadBlock block{next_id("h", blocks_), head.role, {}, {}, {}, head.divided, false};
    for (const SetLine& row : head.rows) add(row, block);
    return block;
  }

  ReadLeg leg(const page::Leg& leg) {
    ReadLeg read{next_id("l", legs_), {}, {}};
    std::optional<document::TextId> before;
    for (const SetLine& line : leg.lines) {
      if (before != line.text) {
        const bool resumed = line.line.first > 0;
        read.paragraphs.push_back({next_id("p", blocks_), planned(line).role, {}, {}, {}, false, resumed});
      }
      before = line.text;
      add(line, read.paragraphs.back());
    }
    std::erase_if(read.paragraphs, [](const ReadBlock& block) { return block.lines.empty(); });
    for (const ReadBlock& block : read.paragraphs) read.box = joined(read.box, block.box);
    return read;
  }

  void add(const SetLine& set, ReadBlock& block) {
    if (planned(set).promised || set.line.first == set.line.last) return;
    const text::TextAsSet as_set(edition_.texts[set.text], set.look);
    ReadLine line = LineReader(as_set.get(), set).read();
    if (block.lines.empty()) block.type = type(as_set.get(), set.line.first, set.text, as_set.get().size);
    block.box = joined(block.box, line.box);
    block.lines.push_back(std::move(line));
  }

  [[nodiscard]] Type type(const ShapedParagraph& text, std::uint32_t unit, document::TextId id, Length size) const {
    const document::Swatch* swatch = edition_.plan.design.swatch(edition_.plan.style_of(id).swatch);
    Type type{{}, size, swatch == nullptr ? 0U : swatch->screen};
    const auto shown = std::find_if(text.units.begin() + unit, text.units.end(),
                                    [](const Unit& each) { return each.first_glyph < each.last_glyph; });
    if (shown == text.units.end()) return type;
    const std::uint16_t face = text.glyphs[shown->first_glyph].face;
    if (face < edition_.faces.size()) type.face = edition_.faces[face];
    return type;
  }

  ReadBlock nameplate(const page::SetArtwork& set) {
    const ShapedParagraph& text = edition_.texts[set.text];
    const Ratio scale = set.size.per(text.size);
    ReadBlock block{next_id("f", blocks_), document::Role::title, {}, type(text, 0, set.text, set.size), {}, false, false};
    ReadLine line;
    for (std::size_t i = 0; i < text.units.size() && i < set.origins.size(); ++i) {
      const Unit& unit = text.units[i];
      const auto at = static_cast<std::uint32_t>(line.text.size());
      append_readable(line.text, std::string_view(text.text).substr(unit.start, unit.end - unit.start));
      const Box box{set.origins[i].x, set.origins[i].y, unit.width * scale, set.size};
      line.cells.push_back({at, static_cast<std::uint32_t>(line.text.size()), box, unit.cls, false});
      line.box = joined(line.box, box);
    }
    const Length base = line.box.y + text.baseline * scale;
    line.from = {line.box.x, base};
    line.until = {line.box.right(), base};
    block.box = line.box;
    if (!line.cells.empty()) block.lines.push_back(std::move(line));
    return block;
  }

  ReadPicture picture(const page::SetPicture& set) {
    return {next_id("i", pictures_), set.box, set.picture.source, set.picture.description};
  }

  const Edition& edition_;
  int articles_ = 0, legs_ = 0, blocks_ = 0, pictures_ = 0;
};

}  // namespace

std::vector<ReadPage> read_pages(const Edition& edition) {
  std::vector<ReadPage> pages;
  for (const page::ComposedPage& page : edition.pages) pages.push_back(PageReader(edition).read(page));
  return pages;
}

std::string text_of(const ReadBlock& block) {
  constexpr std::string_view em_space = "\u3000";
  std::string text;
  for (const ReadLine& line : block.lines) {
    const bool another_row = line.begins && !block.divided;
    if (&line != &block.lines.front()) text += line.space_before ? " " : another_row ? em_space : "";
    text += line.text;
  }
  return text;
}

std::string head_of(const Article& article, document::Role role) {
  const auto found = std::ranges::find(article.heads, role, &ReadBlock::role);
  return found == article.heads.end() ? std::string() : text_of(*found);
}

}  // namespace paiban::archive
