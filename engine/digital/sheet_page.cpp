#include "digital/sheet_page.hpp"

#include <fmt/format.h>

#include "digital/inline_html.hpp"

namespace paiban::digital {
namespace {

class SheetWriter {
 public:
  SheetWriter(const Site& site, std::size_t index) : site_(site), sheet_(site.sheets[index]), index_(index) {}

  [[nodiscard]] std::string write() {
    const std::string name = site_.words.page(sheet_.number, sheet_.title);
    add_bar(lines_, site_, "", fmt::format(R"(<h1 class="here" lang="{}">{}</h1>)", site_.words.tag(), escaped(name)));
    steps();
    lines_.open("main");
    lines_.open("div", Attributes().add("class", "sheet"));
    image(name);
    map();
    marks();
    lines_.close("div");
    list();
    lines_.close("main");
    PageFrame frame;
    frame.title = fmt::format("{} - {} {}", name, site_.paper(), site_.words.date(site_.issue.date));
    frame.previous = neighbour(-1);
    frame.next = neighbour(1);
    frame.kind = "paging";
    return framed(frame, lines_.take());
  }

 private:
  void image(const std::string& name) {
    lines_.empty("img", Attributes()
                            .add("src", sheet_.image.file)
                            .add("width", fmt::to_string(sheet_.image.width))
                            .add("height", fmt::to_string(sheet_.image.height))
                            .add("usemap", "#areas")
                            .add("alt", name));
  }

  void map() {
    lines_.open("map", Attributes().add("name", "areas"));
    for (const Area& area : sheet_.areas)
      for (std::size_t i = 0; i < area.polygons.size(); ++i) this->area(area, i);
    lines_.close("map");
  }

  /// A story of several polygons is one stop for the keyboard.
  void area(const Area& area, std::size_t polygon) {
    const Article& article = site_.articles[area.article];
    Attributes attributes;
    attributes.add("shape", "poly").add("coords", coordinates(area.polygons[polygon]));
    if (area.jump_to != 0)
      attributes.add("href", fmt::format("{}#{}", page_address(area.jump_to), article.name)).add("alt", area.words);
    else
      attributes.add("href", address_of(article)).add("alt", article.title).add("data-article", article.name);
    if (polygon != 0) attributes.add("tabindex", "-1");
    lines_.empty("area", attributes);
  }

  /// The same polygons, to be coloured: an image map has no looks.
  void marks() {
    lines_.open("svg", Attributes()
                           .add("xmlns", "http://www.w3.org/2000/svg")
                           .add("class", "marks")
                           .add("viewBox", fmt::format("0 0 {} {}", sheet_.image.width, sheet_.image.height))
                           .add("aria-hidden", "true"));
    for (const Area& area : sheet_.areas)
      if (area.jump_to == 0)
        for (const Polygon& polygon : area.polygons)
          lines_.empty("polygon",
                       Attributes().add("data-article", site_.articles[area.article].name).add("points", coordinates(polygon)));
    lines_.close("svg");
  }

  void list() {
    lines_.open("nav", Attributes()
                           .add("class", "contents")
                           .add("lang", site_.words.tag())
                           .add("aria-label", site_.words.say("本版文章", "Articles on this page")));
    lines_.whole("h2", {}, site_.words.say("本版文章", "On this page"));
    lines_.open("ol");
    for (const Area& area : sheet_.areas)
      if (area.jump_to == 0) entry(area);
    lines_.close("ol");
    lines_.close("nav");
  }

  void entry(const Area& area) {
    const Article& article = site_.articles[area.article];
    std::string inside = fmt::format(R"(<a href="{}" lang="zh-Hans">{}</a>)", address_of(article), escaped(article.title));
    if (const std::string_view kind = site_.words.kind(article.parts.front().kind); !kind.empty())
      inside += fmt::format(R"( <small class="kind">{}</small>)", kind);
    for (const Area& jump : sheet_.areas)
      if (jump.jump_to != 0 && jump.article == area.article)
        inside += fmt::format(R"( <a class="jump" lang="zh-Hans" href="{}#{}">{}</a>)", page_address(jump.jump_to), article.name,
                              escaped(jump.words));
    lines_.whole("li", Attributes().add("id", article.name).add("data-article", article.name), inside);
  }

  void steps() {
    lines_.open(
        "nav",
        Attributes().add("class", "steps").add("lang", site_.words.tag()).add("aria-label", site_.words.say("翻版", "Pages")));
    step(-1, "prev", site_.words.say("上一版", "Previous page"));
    lines_.open("span", Attributes().add("class", "all"));
    for (const Sheet& each : site_.sheets) {
      Attributes attributes;
      attributes.add("href", address_of(each)).add("aria-label", site_.words.page(each.number, each.title));
      if (&each == &sheet_) attributes.add("aria-current", "page");
      lines_.whole("a", attributes, fmt::to_string(each.number));
    }
    lines_.close("span");
    step(1, "next", site_.words.say("下一版", "Next page"));
    lines_.close("nav");
  }

  void step(std::ptrdiff_t by, std::string_view relation, std::string_view said) {
    add_step(lines_, neighbour(by), relation, said);
  }

  [[nodiscard]] std::string neighbour(std::ptrdiff_t by) const {
    const auto at = static_cast<std::ptrdiff_t>(index_) + by;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(site_.sheets.size())) return {};
    return address_of(site_.sheets[static_cast<std::size_t>(at)]);
  }

  const Site& site_;
  const Sheet& sheet_;
  std::size_t index_;
  XmlLines lines_;
};

// ---- the front ----

void add_masthead(XmlLines& lines, const Site& site) {
  lines.open("header", Attributes().add("class", "masthead"));
  lines.whole("h1", {}, escaped(site.paper()));
  std::string facts = fmt::format(R"(<time datetime="{:04}-{:02}-{:02}" lang="{}">{}</time>)", site.issue.date.year,
                                  site.issue.date.month, site.issue.date.day, site.words.tag(), site.words.date(site.issue.date));
  for (const char* name : {"weekday", "lunar", "number", "pages"}) {
    const auto field = site.fields.find(name);
    if (field != site.fields.end() && !field->second.empty()) facts += fmt::format(" <span>{}</span>", escaped(field->second));
  }
  lines.whole("p", Attributes().add("class", "facts"), facts);
  lines.close("header");
}

void add_card(XmlLines& lines, const Site& site, const Sheet& sheet) {
  const std::string name = site.words.page(sheet.number, sheet.title);
  lines.open("section", Attributes().add("class", "card"));
  lines.open("a", Attributes().add("class", "small-sheet").add("href", address_of(sheet)).add("tabindex", "-1"));
  lines.empty("img", Attributes()
                         .add("src", sheet.thumbnail.file)
                         .add("width", fmt::to_string(sheet.thumbnail.width))
                         .add("height", fmt::to_string(sheet.thumbnail.height))
                         .add("alt", ""));
  lines.close("a");
  lines.open("div");
  lines.whole("h2", Attributes().add("lang", site.words.tag()),
              fmt::format(R"(<a href="{}">{}</a>)", address_of(sheet), escaped(name)));
  lines.open("ol");
  for (const Area& area : sheet.areas) {
    const Article& article = site.articles[area.article];
    if (area.jump_to != 0 || article.pages.front() != sheet.number) continue;  // told where it begins
    lines.whole("li", {}, fmt::format(R"(<a href="{}">{}</a>)", address_of(article), escaped(article.title)));
  }
  lines.close("ol");
  lines.close("div");
  lines.close("section");
}

}  // namespace

std::string sheet_page(const Site& site, std::size_t index) { return SheetWriter(site, index).write(); }

std::string front_page(const Site& site) {
  XmlLines lines;
  add_masthead(lines, site);
  lines.open("main", Attributes().add("class", site.sheets.size() == 1 ? "cards single" : "cards"));
  for (const Sheet& sheet : site.sheets) add_card(lines, site, sheet);
  lines.close("main");
  PageFrame frame;
  frame.title = fmt::format("{} {}", site.paper(), site.words.date(site.issue.date));
  if (!site.sheets.empty()) frame.next = address_of(site.sheets.front());
  frame.kind = "front";
  return framed(frame, lines.take());
}

}  // namespace paiban::digital
