#include "archive/alto.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "document/names.hpp"
#include "document/xml_writer.hpp"

namespace paiban::archive {
namespace {

using document::XmlStream;
using text::CharClass;

std::string point(Point at) { return fmt::format("{},{}", in_1200ths(at.x), in_1200ths(at.y)); }

Box whole_of(const ReadPage& page) { return {{}, {}, page.width, page.height}; }

bool ends_string(CharClass cls) {
  return cls == CharClass::closing || cls == CharClass::pause || cls == CharClass::stop || cls == CharClass::ellipsis ||
         cls == CharClass::dash;
}

/// Where the string that begins at `first` ends: before a space, before an opening mark, after a mark that closes something.
std::size_t end_of_string(const std::vector<Cell>& cells, std::size_t first) {
  for (std::size_t i = first + 1; i < cells.size(); ++i) {
    if (cells[i].space) return i;
    const bool opens = cells[i].cls == CharClass::opening && cells[i - 1].cls != CharClass::opening;
    if (opens || (ends_string(cells[i - 1].cls) && !ends_string(cells[i].cls))) return i;
  }
  return cells.size();
}

std::size_t end_of_spaces(const std::vector<Cell>& cells, std::size_t first) {
  while (first < cells.size() && cells[first].space) ++first;
  return first;
}

/// Of a word that a line end parts: where its first part begins in the line that it ends, and where its last part ends in the
/// line that it begins.
std::size_t begin_of_last_word(const std::vector<Cell>& cells) {
  std::size_t at = cells.size();
  while (at > 0 && cells[at - 1].cls == CharClass::latin && !cells[at - 1].space) --at;
  return at;
}
std::size_t end_of_first_word(const std::vector<Cell>& cells) {
  std::size_t at = 0;
  while (at < cells.size() && cells[at].cls == CharClass::latin && !cells[at].space) ++at;
  return at;
}

std::string_view bytes_of(const ReadLine& line, std::size_t first, std::size_t last) {
  if (first == last) return {};
  const std::uint32_t start = line.cells[first].start;
  return std::string_view(line.text).substr(start, line.cells[last - 1].end - start);
}

/// The whole of a word parted between two lines.
std::string parted_word(const ReadLine& line, const ReadLine& next) {
  return std::string(bytes_of(line, begin_of_last_word(line.cells), line.cells.size())) +
         std::string(bytes_of(next, 0, end_of_first_word(next.cells)));
}

class AltoWriter {
 public:
  explicit AltoWriter(const ReadPage& page) : page_(page) { collect_types(); }

  std::string write(std::string_view image, std::string_view software) {
    xml_.open("alto").attribute("xmlns", "http://www.loc.gov/standards/alto/ns-v4#").attribute("SCHEMAVERSION", "4.4");
    description(image, software);
    styles();
    tags();
    reading_order();
    layout();
    xml_.close();
    return xml_.take();
  }

 private:
  // ---- what stands before the page ----

  void description(std::string_view image, std::string_view software) {
    xml_.open("Description").whole("MeasurementUnit", "inch1200");
    xml_.open("sourceImageInformation").whole("fileName", image).close();
    xml_.open("Processing").attribute("ID", "set").whole("processingCategory", "contentGeneration");
    xml_.whole("processingStepDescription", "set from the issue's source: the places are those of the page, not recognised");
    xml_.open("processingSoftware").whole("softwareName", software).close();
    xml_.close().close();
  }

  void collect_type(const Type& type) {
    if (std::ranges::find(types_, type) == types_.end()) types_.push_back(type);
  }
  void collect_types() {
    for (const ReadBlock& block : page_.furniture.blocks) collect_type(block.type);
    for_each_article(page_.articles, [&](const Article& article) {
      for_each_block(article, [&](const ReadBlock& block) { collect_type(block.type); });
    });
  }
  [[nodiscard]] std::string type_id(const Type& type) const {
    return fmt::format("type{}", std::ranges::find(types_, type) - types_.begin() + 1);
  }

  void styles() {
    xml_.open("Styles");
    for (const Type& type : types_) {
      xml_.open("TextStyle").attribute("ID", type_id(type)).attribute("FONTFAMILY", type.face);
      xml_.attribute("FONTSIZE", to_points(type.size)).attribute("FONTCOLOR", fmt::format("{:06X}", type.colour)).close();
    }
    xml_.close();
  }

  static std::string tag_of(document::Role role) { return fmt::format("role.{}", name_of(role)); }
  static std::string tag_of(document::StoryKind kind) { return fmt::format("kind.{}", name_of(kind)); }
  static std::string tag_of(const Article& article) { return "story." + article.id; }

  // All roles and kinds, so that the same tag means the same on every page; then the page's stories.
  void tags() {
    xml_.open("Tags");
    for (const auto& role : document::role_names) tag("LayoutTag", tag_of(role.value), "role", role.word);
    tag("LayoutTag", "furniture", "role", "furniture");
    for (const auto& kind : document::kind_names) tag("StructureTag", tag_of(kind.value), "kind", kind.word);
    for_each_article(page_.articles, [&](const Article& article) {
      tag("StructureTag", tag_of(article), "article", article.story, head_of(article, document::Role::headline));
    });
    xml_.close();
  }
  void tag(std::string_view element, std::string_view id, std::string_view type, std::string_view label,
           std::string_view description = {}) {
    xml_.open(element).attribute("ID", id).attribute("TYPE", type).attribute("LABEL", label);
    if (!description.empty()) xml_.attribute("DESCRIPTION", description);
    xml_.close();
  }

  // ---- reading order ----

  void reading_order() {
    if (page_.articles.empty() && page_.furniture.blocks.empty()) return;
    xml_.open("ReadingOrder").open("OrderedGroup").attribute("ID", "order");
    if (!page_.furniture.blocks.empty()) {
      xml_.open("UnorderedGroup").attribute("ID", "order.furniture").attribute("TAGREFS", "furniture");
      for (const ReadBlock& block : page_.furniture.blocks) refer(block.id);
      xml_.close();
    }
    for_each_article(page_.articles, [&](const Article& article) { order(article); });
    xml_.close().close();
  }
  void order(const Article& article) {
    bool any = !article.pictures.empty();
    for_each_block(article, [&](const ReadBlock&) { any = true; });
    if (!any) return;
    xml_.open("OrderedGroup").attribute("ID", "order." + article.id).attribute("TAGREFS", tag_of(article));
    for (const ReadPicture& each : article.pictures) refer(each.id);
    for_each_block(article, [&](const ReadBlock& block) { refer(block.id); });
    xml_.close();
  }
  void refer(const std::string& block) {
    xml_.open("ElementRef").attribute("ID", "order." + block).attribute("REF", block).close();
  }

  // ---- the page ----

  void layout() {
    xml_.open("Layout").open("Page").attribute("ID", "page").attribute("PHYSICAL_IMG_NR", page_.number);
    xml_.attribute("PRINTED_IMG_NR", std::int64_t{page_.number}).attribute("WIDTH", in_1200ths(page_.width));
    xml_.attribute("HEIGHT", in_1200ths(page_.height)).attribute("LANG", "zh-Hans").attribute("PROCESSINGREFS", "set");
    xml_.open("PrintSpace");
    place(whole_of(page_));
    for (const ReadPicture& each : page_.furniture.pictures) illustration(each);
    for (const Box& rule : page_.furniture.rules) graphic(rule);
    for (const ReadBlock& block : page_.furniture.blocks) text_block(block, "furniture");
    for (const Article& each : page_.articles) article(each);
    xml_.close().close().close();
  }

  void article(const Article& article) {
    xml_.open("ComposedBlock").attribute("ID", article.id).attribute("TYPE", article.continues ? "continuation" : "article");
    xml_.attribute("TAGREFS", tag_of(article) + " " + tag_of(article.kind));
    place(article.box);
    shape(article.outline);
    for (const ReadPicture& each : article.pictures) illustration(each);
    for (const Box& rule : article.rules) graphic(rule);
    for (const ReadBlock& head : article.heads) text_block(head, tag_of(head.role));
    for (const ReadLeg& each : article.legs) leg(each);
    for (const ReadBlock& head : article.closing) text_block(head, tag_of(head.role));
    for (const Article& box : article.boxes) this->article(box);
    xml_.close();
  }

  void leg(const ReadLeg& leg) {
    xml_.open("ComposedBlock").attribute("ID", leg.id).attribute("TYPE", "leg");
    place(leg.box);
    for (const ReadBlock& paragraph : leg.paragraphs) text_block(paragraph, tag_of(paragraph.role));
    xml_.close();
  }

  void shape(const std::vector<Point>& outline) {
    if (outline.empty()) return;
    std::string points;
    for (const Point& corner : outline) points += (points.empty() ? "" : " ") + point(corner);
    xml_.open("Shape").open("Polygon").attribute("POINTS", points).close().close();
  }

  void illustration(const ReadPicture& picture) {
    xml_.open("Illustration").attribute("ID", picture.id);
    place(picture.box);
    if (!picture.source.empty()) xml_.attribute("FILEID", picture.source);
    xml_.close();
  }

  void graphic(const Box& box) {
    xml_.open("GraphicalElement").attribute("ID", fmt::format("r{}", ++graphics_));
    place(box);
    xml_.close();
  }

  void text_block(const ReadBlock& block, std::string_view tag) {
    xml_.open("TextBlock").attribute("ID", block.id).attribute("STYLEREFS", type_id(block.type)).attribute("TAGREFS", tag);
    place(block.box);
    if (block.lines.front().vertical) xml_.attribute("BASEDIRECTION", "ttb");
    for (std::size_t i = 0; i < block.lines.size(); ++i) line(block, i);
    xml_.close();
  }

  void line(const ReadBlock& block, std::size_t index) {
    const ReadLine& line = block.lines[index];
    const std::size_t first = end_of_spaces(line.cells, 0);
    if (first == line.cells.size()) return;  // ALTO has no line of spaces alone
    xml_.open("TextLine").attribute("ID", fmt::format("{}.{}", block.id, index + 1));
    place(line.box);
    xml_.attribute("BASELINE", point(line.from) + " " + point(line.until));
    const ReadLine* before = index > 0 && block.lines[index - 1].hyphen ? &block.lines[index - 1] : nullptr;
    const ReadLine* after = line.hyphen && index + 1 < block.lines.size() ? &block.lines[index + 1] : nullptr;
    strings(line, first, before, after);
    if (line.hyphen) {
      xml_.open("HYP").attribute("CONTENT", "-");
      place(*line.hyphen);
      xml_.close();
    }
    xml_.close();
  }

  /// `before`, `after`: the neighbours between which and this line a word is parted. Its parts are strings of their own.
  void strings(const ReadLine& line, std::size_t first, const ReadLine* before, const ReadLine* after) {
    const std::vector<Cell>& cells = line.cells;
    const std::size_t head = before != nullptr ? end_of_first_word(cells) : 0;
    const std::size_t tail = after != nullptr ? begin_of_last_word(cells) : cells.size();
    for (std::size_t i = first; i < cells.size();) {
      const std::size_t end = std::min(end_of_string(cells, i), i < head ? head : i < tail ? tail : cells.size());
      xml_.open("String").attribute("CONTENT", bytes_of(line, i, end));
      if (i < head)
        substitute("HypPart2", parted_word(*before, line));
      else if (i >= tail)
        substitute("HypPart1", parted_word(line, *after));
      string(line, std::span(cells).subspan(i, end - i));
      i = end_of_spaces(cells, end);
      if (i > end) space(std::span(cells).subspan(end, i - end));
    }
  }
  void substitute(std::string_view type, const std::string& word) {
    xml_.attribute("SUBS_TYPE", type).attribute("SUBS_CONTENT", word);
  }

  void string(const ReadLine& line, std::span<const Cell> cells) {
    place(around(cells));
    for (const Cell& cell : cells) glyph(line, cell);
    xml_.close();
  }

  // ALTO's Glyph is one code point: what is more is in the string alone.
  void glyph(const ReadLine& line, const Cell& cell) {
    const std::string_view character = std::string_view(line.text).substr(cell.start, cell.end - cell.start);
    if (character.empty() || decode_at(character, 0).next != character.size()) return;
    xml_.open("Glyph").attribute("CONTENT", character);
    place(cell.box);
    xml_.close();
  }

  void space(std::span<const Cell> cells) {
    xml_.open("SP");
    place(around(cells));
    xml_.close();
  }

  static Box around(std::span<const Cell> cells) {
    const Box& first = cells.front().box;
    const Box& last = cells.back().box;
    return {first.x, first.y, last.right() - first.x, last.bottom() - first.y};
  }

  // Edges are rounded, not widths: what touches on the page touches here.
  void place(const Box& box) {
    const std::int64_t x = in_1200ths(box.x), y = in_1200ths(box.y);
    xml_.attribute("HPOS", x).attribute("VPOS", y);
    xml_.attribute("WIDTH", in_1200ths(box.right()) - x).attribute("HEIGHT", in_1200ths(box.bottom()) - y);
  }

  const ReadPage& page_;
  std::vector<Type> types_;
  int graphics_ = 0;
  XmlStream xml_;
};

}  // namespace

std::string alto(const ReadPage& page, std::string_view image, std::string_view software) {
  return AltoWriter(page).write(image, software);
}

}  // namespace paiban::archive
