#include "digital/markup.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "digital/inline_html.hpp"

namespace paiban::digital {
namespace {

/// Nothing but what lies in the folder: also where the folder is opened without a server, whose origin is none.
constexpr std::string_view policy =
    "default-src 'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action "
    "'none'";

void meta(XmlLines& lines, std::string_view name, std::string_view content) {
  lines.empty("meta", Attributes().add("name", name).add("content", content));
}

void link(XmlLines& lines, std::string_view relation, const std::string& address) {
  if (!address.empty()) lines.empty("link", Attributes().add("rel", relation).add("href", address));
}

}  // namespace

std::string Site::paper() const {
  const auto found = fields.find("paper");
  return found == fields.end() || found->second.empty() ? std::string(words.say("报纸", "Newspaper")) : found->second;
}

const Sheet* Site::sheet(int page) const {
  const auto found = std::ranges::find(sheets, page, &Sheet::number);
  return found == sheets.end() ? nullptr : &*found;
}

std::string page_address(int page) { return fmt::format("page-{}.html", page); }
std::string address_of(const Sheet& sheet) { return page_address(sheet.number); }
std::string address_of(const Article& article) { return fmt::format("articles/{}.html", article.name); }

namespace {

/// 12184, or 2025-02-05.
std::string name_of_issue(const document::Corrected& corrected) {
  if (!corrected.date) return fmt::to_string(corrected.number);
  return fmt::format("{:04}-{:02}-{:02}", corrected.date->year, corrected.date->month, corrected.date->day);
}

bool is_of(const document::Corrected& corrected, const document::Issue& issue) {
  return corrected.date ? *corrected.date == issue.date : corrected.number != 0 && corrected.number == issue.number;
}

}  // namespace

CorrectedPlace place_of(const document::Corrected& corrected, const Site& site) {
  CorrectedPlace place;
  const Article* own = is_of(corrected, site.issue) ? article_of(site.articles, corrected.story) : nullptr;
  if (own != nullptr) return {own->title, address_of(*own)};
  place.words = corrected.date ? site.words.date(*corrected.date)
                               : fmt::format(fmt::runtime(site.words.say("总第{}期", "issue {}")), corrected.number);
  if (!corrected.story.empty()) place.words += " " + corrected.story;
  if (site.others.empty()) return place;
  constexpr std::string_view field = "{issue}";
  place.address = site.others;
  if (const std::size_t at = place.address.find(field); at != std::string::npos)
    place.address.replace(at, field.size(), name_of_issue(corrected));
  place.address += is_plain_name(corrected.story) ? "/articles/" + corrected.story + ".html" : "/index.html";
  return place;
}

std::string framed(const PageFrame& frame, const std::string& body) {
  XmlLines head("", "");
  head.line("<!DOCTYPE html>");
  head.line(R"(<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-Hans">)");
  head.line("<head>");
  head.line(R"(<meta charset="utf-8"/>)");
  head.empty("meta", Attributes().add("http-equiv", "Content-Security-Policy").add("content", policy));
  meta(head, "viewport", "width=device-width, initial-scale=1");
  meta(head, "generator", "paiban");
  if (!frame.description.empty()) meta(head, "description", frame.description);
  head.line(fmt::format("<title>{}</title>", escaped(frame.title)));
  link(head, "stylesheet", frame.up + "edition.css");
  link(head, "prev", frame.previous.empty() ? "" : frame.up + frame.previous);
  link(head, "next", frame.next.empty() ? "" : frame.up + frame.next);
  head.whole("script", Attributes().add("src", frame.up + "edition.js").add("defer", "defer"), "");
  head.line("</head>");
  head.line(fmt::format(R"(<body class="{}">)", frame.kind));
  return head.take() + body + "</body>\n</html>\n";
}

void add_bar(XmlLines& lines, const Site& site, const std::string& up, const std::string& here) {
  lines.open("header", Attributes().add("class", "bar"));
  lines.whole("a", Attributes().add("class", "paper").add("href", up + "index.html"), escaped(site.paper()));
  lines.whole("span", Attributes().add("class", "date").add("lang", site.words.tag()), site.words.date(site.issue.date));
  if (!here.empty()) lines.line(here);
  lines.close("header");
}

void add_step(XmlLines& lines, const std::string& address, std::string_view relation, std::string_view inside) {
  if (address.empty())
    lines.whole("span", Attributes().add("class", relation), inside);
  else
    lines.whole("a", Attributes().add("class", relation).add("rel", relation).add("href", address), inside);
}

std::string coordinates(const Polygon& polygon) {
  std::string numbers;
  for (const Pixel& corner : polygon) numbers += fmt::format("{}{},{}", numbers.empty() ? "" : ",", corner.x, corner.y);
  return numbers;
}

}  // namespace paiban::digital
