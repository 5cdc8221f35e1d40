#include "digital/article_page.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "digital/inline_html.hpp"
#include "document/names.hpp"

namespace paiban::digital {
namespace {

using document::Role;
using document::StoryKind;

constexpr std::string_view up = "../";

class ArticleWriter {
 public:
  ArticleWriter(const Site& site, std::size_t index)
      : site_(site), article_(site.articles[index]), pictures_(site.pictures[index]), index_(index) {}

  [[nodiscard]] std::string write() {
    add_bar(lines_, site_, std::string(up), places());
    lines_.open("main");
    lines_.open("article", Attributes().add("id", article_.name).add("class", name_of_kind()));
    main_part(article_.parts.front());
    for (std::size_t i = 1; i < article_.parts.size(); ++i) rest(article_.parts[i]);
    record();
    lines_.close("article");
    locator();
    lines_.close("main");
    steps();
    PageFrame frame;
    frame.title = fmt::format("{} - {} {}", article_.title, site_.paper(), site_.words.date(site_.issue.date));
    frame.description = description();
    frame.up = up;
    frame.previous = neighbour(-1);
    frame.next = neighbour(1);
    frame.kind = "reading";
    return framed(frame, lines_.take());
  }

 private:
  [[nodiscard]] std::string name_of_kind() const {
    return std::string("story ") + std::string(document::name_of(article_.parts.front().kind));
  }

  // ---- the article ----

  void main_part(const Copy& copy) {
    // A page without a heading is none to those who hear it.
    const bool headed = has(copy, Role::headline) || has(copy, Role::title);
    if (!copy.heads.empty() || !headed) {
      lines_.open("header", Attributes().add("class", "heads"));
      heads(copy, "h1");
      const bool shown = has_any_head(copy);
      if (!headed)
        lines_.whole("h1", Attributes().add("class", shown ? "headline heard" : "headline plain"), escaped(kind_or_title(copy)));
      lines_.close("header");
    }
    corrected(copy);
    rest(copy);
  }

  /// 更正: a link to what it puts right.
  void corrected(const Copy& copy) {
    if (!copy.corrects) return;
    const CorrectedPlace place = place_of(*copy.corrects, site_);
    std::string inside = escaped(place.words);
    if (!place.address.empty()) inside = fmt::format(R"(<a href="{}{}">{}</a>)", up, escaped(place.address), inside);
    lines_.whole("p", Attributes().add("class", "corrects").add("lang", site_.words.tag()),
                 fmt::format("{}{}", site_.words.say("更正的是：", "Corrects: "), inside));
  }

  [[nodiscard]] std::string kind_or_title(const Copy& copy) const {
    const std::string_view kind = site_.words.kind(copy.kind);
    return kind.empty() || has_any_head(copy) ? article_.title : std::string(kind);
  }
  static bool has_any_head(const Copy& copy) {
    return std::ranges::any_of(copy.heads, [](const Block& block) { return block.role != Role::byline; });
  }
  static bool has(const Copy& copy, Role role) {
    const auto is_it = [role](const Block& block) { return block.role == role; };
    return std::ranges::any_of(copy.heads, is_it) || std::ranges::any_of(copy.legend, is_it);
  }

  /// Heads in the editor's order; what is said of the text's making stands last.
  void heads(const Copy& copy, std::string_view heading) {
    bool headed = false;
    for (const Block& block : copy.heads) {
      const bool is_heading = !headed && (block.role == Role::headline || (block.role == Role::title && !copy.picture));
      headed = headed || is_heading;
      lines_.whole(is_heading ? heading : "p", Attributes().add("class", document::name_of(block.role)), rows(block));
    }
  }

  void rest(const Copy& copy) {
    figure(copy);
    text(copy);
    for (const Copy& box : copy.boxes) aside(box);
    for (const Block& block : copy.close) paragraph(block);
  }

  void aside(const Copy& box) {
    lines_.open("aside", Attributes().add("class", fmt::format("box {}", document::name_of(box.kind))));
    heads(box, "h2");
    rest(box);
    lines_.close("aside");
  }

  void text(const Copy& copy) {
    const bool list = copy.kind == StoryKind::name_list;
    if (list && !copy.text.empty()) lines_.open("ul", Attributes().add("class", "names"));
    for (const Block& block : copy.text) {
      if (list)
        lines_.whole("li", {}, rows(block));
      else
        paragraph(block);
    }
    if (list && !copy.text.empty()) lines_.close("ul");
  }

  void paragraph(const Block& block) {
    const bool is_head = block.role == Role::list_head || block.role == Role::subhead;
    const Attributes role =
        block.role == Role::paragraph ? Attributes() : Attributes().add("class", document::name_of(block.role));
    lines_.whole(is_head ? "h3" : "p", role, rows(block));
  }

  /// Rows of a head are the editor's.
  std::string rows(const Block& block) {
    std::string html;
    for (const document::Text& row : block.rows) {
      html += (html.empty() ? "" : "<br/>") + inline_html(row, site_.words);
      for (std::string& sentence : record_of(row, site_.words)) record_.push_back(std::move(sentence));
    }
    return html;
  }

  void figure(const Copy& copy) {
    if (!copy.picture) return;
    const Image& image = pictures_[next_picture_++];
    lines_.open("figure");
    if (!image.file.empty())
      lines_.empty("img", Attributes()
                              .add("src", std::string(up) + image.file)
                              .add("width", fmt::to_string(image.width))
                              .add("height", fmt::to_string(image.height))
                              .add("alt", copy.picture->description));
    else
      lines_.whole("p", Attributes().add("class", "lost").add("lang", site_.words.tag()), missing(*copy.picture));
    if (copy.picture->stand_in && !image.file.empty())
      lines_.whole("p", Attributes().add("class", "stand-in").add("lang", site_.words.tag()),
                   site_.words.say("代用图：原图缺失或未到", "A stand-in: the picture itself is lost or has not come"));
    if (!copy.legend.empty()) legend(copy);
    lines_.close("figure");
  }

  [[nodiscard]] std::string missing(const document::Picture& picture) const {
    const std::string words(site_.words.say("此处原有图片，未能获得", "A picture stood here that could not be had"));
    return picture.description.empty() ? words : fmt::format("{}（{}）", words, escaped(picture.description));
  }

  void legend(const Copy& copy) {
    lines_.open("figcaption");
    for (const Block& block : copy.legend) {
      const bool heading = block.role == Role::title && !std::ranges::count(copy.heads, Role::headline, &Block::role) &&
                           &copy == &article_.parts.front();
      lines_.whole(heading ? "h1" : "p", Attributes().add("class", document::name_of(block.role)), rows(block));
    }
    lines_.close("figcaption");
  }

  void record() {
    if (record_.empty()) return;
    lines_.open("section", Attributes().add("class", "record"));
    lines_.whole("h2", Attributes().add("lang", site_.words.tag()), site_.words.say("文字说明", "About the text"));
    lines_.open("ul");
    for (const std::string& sentence : record_) lines_.whole("li", {}, escaped(sentence));
    lines_.close("ul");
    lines_.close("section");
  }

  // ---- around it ----

  /// 第1版 要闻 · 第3版: each leads to the story's place on that page.
  [[nodiscard]] std::string places() const {
    std::string html;
    for (const int page : article_.pages) {
      const Sheet* sheet = site_.sheet(page);
      const std::string words = site_.words.page(page, sheet == nullptr ? std::string() : sheet->title);
      html += fmt::format(R"({}<a href="{}{}#{}">{}</a>)", html.empty() ? "" : " · ", up, page_address(page), article_.name,
                          escaped(words));
    }
    return fmt::format(R"(<span class="here" lang="{}">{}</span>)", site_.words.tag(), html);
  }

  /// Its place in small, on each of its pages.
  void locator() {
    lines_.open("aside", Attributes()
                             .add("class", "locator")
                             .add("lang", site_.words.tag())
                             .add("aria-label", site_.words.say("版面位置", "Place on the page")));
    for (const int page : article_.pages)
      if (const Sheet* sheet = site_.sheet(page)) locator(*sheet);
    lines_.close("aside");
  }

  void locator(const Sheet& sheet) {
    lines_.open("a", Attributes().add("href", fmt::format("{}{}#{}", up, address_of(sheet), article_.name)));
    lines_.open("span", Attributes().add("class", "small-sheet"));
    lines_.empty("img", Attributes()
                            .add("src", std::string(up) + sheet.thumbnail.file)
                            .add("width", fmt::to_string(sheet.thumbnail.width))
                            .add("height", fmt::to_string(sheet.thumbnail.height))
                            .add("alt", ""));
    lines_.open("svg", Attributes()
                           .add("xmlns", "http://www.w3.org/2000/svg")
                           .add("viewBox", fmt::format("0 0 {} {}", sheet.image.width, sheet.image.height))
                           .add("aria-hidden", "true"));
    for (const Area& area : sheet.areas)
      if (area.article == index_ && area.jump_to == 0)
        for (const Polygon& polygon : area.polygons) lines_.empty("polygon", Attributes().add("points", coordinates(polygon)));
    lines_.close("svg");
    lines_.close("span");
    lines_.line(escaped(site_.words.page(sheet.number, sheet.title)));
    lines_.close("a");
  }

  void steps() {
    lines_.open("nav", Attributes()
                           .add("class", "steps")
                           .add("lang", site_.words.tag())
                           .add("aria-label", site_.words.say("上下篇", "Neighbouring articles")));
    step(-1, "prev", site_.words.say("上一篇", "Previous"));
    step(1, "next", site_.words.say("下一篇", "Next"));
    lines_.close("nav");
  }

  void step(std::ptrdiff_t by, std::string_view relation, std::string_view said) {
    const Article* other = neighbour_of(by);
    const std::string inside =
        other == nullptr ? std::string(said)
                         : fmt::format(R"(<small>{}</small> <span lang="zh-Hans">{}</span>)", said, escaped(other->title));
    add_step(lines_, other == nullptr ? "" : std::string(up) + address_of(*other), relation, inside);
  }

  [[nodiscard]] const Article* neighbour_of(std::ptrdiff_t by) const {
    const auto at = static_cast<std::ptrdiff_t>(index_) + by;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(site_.articles.size())) return nullptr;
    return &site_.articles[static_cast<std::size_t>(at)];
  }
  [[nodiscard]] std::string neighbour(std::ptrdiff_t by) const {
    const Article* other = neighbour_of(by);
    return other == nullptr ? std::string() : address_of(*other);
  }

  [[nodiscard]] std::string description() const {
    const Copy& copy = article_.parts.front();
    for (const Block& block : copy.text)
      if (block.role == Role::paragraph) return line_of(block).substr(0, whole_characters(line_of(block)));
    return {};
  }
  /// So many bytes as search engines show, no character cut.
  static std::size_t whole_characters(const std::string& line) {
    constexpr std::size_t most = 240;
    std::size_t end = std::min(line.size(), most);
    while (end < line.size() && end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    return end;
  }

  const Site& site_;
  const Article& article_;
  const std::vector<Image>& pictures_;
  std::size_t index_ = 0, next_picture_ = 0;
  XmlLines lines_;
  std::vector<std::string> record_;
};

}  // namespace

std::string article_page(const Site& site, std::size_t index) { return ArticleWriter(site, index).write(); }

}  // namespace paiban::digital
