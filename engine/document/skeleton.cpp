#include "document/skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/message_table.hpp"
#include "document/calendar.hpp"
#include "document/xml_writer.hpp"

namespace paiban::document {
namespace {

/// How the outline of a block looks, by role. Roles that only running text has are not outlined.
struct Outline {
  Role role;
  std::string_view element, comment;
};
constexpr auto outlines = std::to_array<Outline>({
    {Role::label, "label", "栏目；没有就删去"},
    {Role::kicker, "kicker", "引题；没有就删去"},
    {Role::logo, "logo", "栏花"},
    {Role::headline, "headline", "主题；两行时每行写一个 row"},
    {Role::deck, "deck", "副题；没有就删去"},
    {Role::digest, "digest", "提要；没有就删去"},
    {Role::byline, "byline", "作者"},
    {Role::title, "title", "图片标题"},
    {Role::caption, "caption", "图片说明"},
    {Role::credit, "credit", "署名"},
});

/// The outline's lines: what the editor is to write stands there as a comment.
class Lines : public XmlLines {
 public:
  void left_open(std::string_view element, std::string_view comment) {
    line(fmt::format("<{0}><!-- {1} --></{0}>", element, comment));
  }
};

bool has(const Region& region, Role role) { return std::ranges::find(region.slots, role, &Slot::role) != region.slots.end(); }

void write_heads(const Region& region, Lines& lines) {
  for (const Outline& outline : outlines)
    if (has(region, outline.role)) lines.left_open(outline.element, outline.comment);
}

void write_picture(const Region& region, Lines& lines) {
  lines.line("<!-- 图片文件写在 src 中，如 src=\"pictures/photo.jpg\"；alt 是给看不见图片的人的说明 -->");
  lines.open("picture", Attributes().add("id", region.id).add("region", region.id));
  write_heads(region, lines);
  lines.close("picture");
}

/// How many characters the legs of a region hold, all lines full: what the editor asks of a writer.
std::int64_t room_of(const Region& region, Length em) {
  std::int64_t characters = 0;
  for (const LegSpec& leg : region.legs) characters += leg.rows.count() * (leg.width.count() / em.count());
  return characters;
}

void write_text(const Region& region, Length em, Lines& lines) {
  write_heads(region, lines);
  if (region.legs.empty()) return;
  lines.left_open(
      "p",
      fmt::format(
          "正文，排满约 {} 字；每段一个 p，或写 text 并在 src 中指明文本文件；稿件未到时删去 p，在外层写 expected=\"620字\" 留版",
          room_of(region, em)));
}

void write_box(const Region& region, Length em, Lines& lines) {
  lines.open("box", Attributes().add("id", region.id).add("region", region.id));
  write_text(region, em, lines);
  for (const Region& inner : region.regions) write_box(inner, em, lines);
  lines.close("box");
}

/// The first story of the page leads it; a column logo is what a commentary has. Empty: news.
std::string_view kind_of(const Region& region, bool first) {
  if (first) return "lead";
  return has(region, Role::logo) ? "commentary" : "";
}

void write_story(const Region& region, bool first, Length em, Lines& lines) {
  Attributes attributes;
  attributes.add("id", region.id);
  if (const std::string_view kind = kind_of(region, first); !kind.empty()) attributes.add("kind", kind);
  lines.open("story", attributes.add("region", region.id));
  write_text(region, em, lines);
  for (const Region& inner : region.regions) write_box(inner, em, lines);
  lines.close("story");
}

void write_page(const Template& design, Lines& lines) {
  bool first = true;
  lines.open("page", Attributes().add("number", "1"));
  for (const Zone& zone : design.zones) {
    for (const Region& region : zone.regions) {
      if (region.legs.empty() && region.picture) {
        write_picture(region, lines);
      } else {
        write_story(region, std::exchange(first, false), design.grid.em, lines);
      }
    }
  }
  lines.close("page");
}

/// Names of the masthead parts that the template shows and nobody can compute, in its order.
struct MastheadParts {
  std::vector<std::string> names;
  void add(const std::string& name) {
    constexpr auto computed = std::to_array<std::string_view>({"", "weekday", "lunar", "number", "pages"});
    if (std::ranges::find(computed, name) == computed.end() && std::ranges::find(names, name) == names.end())
      names.push_back(name);
  }
  void operator()(const FurnitureText& text) { add(text.part); }
  void operator()(const FurniturePair& pair) {
    add(pair.text.part);
    add(pair.stack.text.part);
  }
  void operator()(const FurnitureStrip& strip) { add(strip.text.part); }
  void operator()(const FurnitureNameplate& nameplate) { add(nameplate.part); }
};

/// What the day's issue is called, as far as it is known.
struct Known {
  std::string paper;
  int number = 0;
  std::optional<NumberEstimate> estimate;
  int page_count = 0;
};

Known known_of(const Date& date, const NumberRecord& record, const SkeletonWish& wish) {
  Known known{wish.paper, wish.number, std::nullopt, wish.page_count};
  if (known.paper.empty() && record.papers.size() == 1) known.paper = record.papers.front().paper;
  if (const PaperRecord* paper = record.paper(known.paper)) {
    known.estimate = estimate_number(*paper, date);
    if (known.page_count == 0) known.page_count = paper->usual_pages;
  }
  if (known.number == 0 && known.estimate && known.estimate->certain()) known.number = known.estimate->least;
  known.page_count = std::max(known.page_count, 1);
  return known;
}

void write_part(const std::string& name, const Known& known, Lines& lines) {
  if (name == "nameplate" && !known.paper.empty()) {
    lines.line(fmt::format("<nameplate>{}</nameplate>", escaped(known.paper)));
  } else if (name == "strip") {
    lines.open("strip");
    lines.left_open("item", "报头下一栏的各条，每条一个 item");
    lines.close("strip");
  } else {
    lines.left_open(name, "每期相同，可从上一期抄来");
  }
}

void write_masthead(const AlmanacDay& day, const Template& design, const Known& known, Lines& lines) {
  lines.open("masthead");
  MastheadParts parts;
  for (const Furniture& each : design.furniture) std::visit([&](const auto& furniture) { parts(furniture); }, each);
  for (const std::string& name : parts.names) write_part(name, known, lines);
  lines.line(fmt::format("<weekday>{}</weekday>", weekday_text(day)));
  lines.line(fmt::format("<lunar>{}</lunar>", lunar_text(day, design.calendar)));
  if (known.number != 0) lines.line(fmt::format("<number>总第{}期</number>", known.number));
  lines.line(fmt::format("<pages>今日{}版</pages>", known.page_count));
  lines.close("masthead");
}

void write_number_comment(const Known& known, Lines& lines) {
  if (known.number != 0) return;
  if (!known.estimate) return lines.line("<!-- 期号未知：请在 issue 上写 number=\"…\" -->");
  lines.line(fmt::format("<!-- 期号应在 {} 至 {} 之间：请核对后在 issue 上写 number=\"…\" -->", known.estimate->least,
                         known.estimate->most));
}

Attributes issue_attributes(const Date& date, const Template& design, const Known& known) {
  Attributes attributes;
  attributes.add("xmlns", "urn:paiban:issue").add("version", "1").add("date", iso_date(date));
  if (known.number != 0) attributes.add("number", fmt::to_string(known.number));
  attributes.add("pages", fmt::to_string(known.page_count));
  if (!known.paper.empty()) attributes.add("paper", known.paper);
  return attributes.add("template", fmt::format("{}@{}", design.id, design.revision));
}

}  // namespace

Result<std::string> skeleton(const Date& date, const Template& design, const NumberRecord& record, const SkeletonWish& wish) {
  if (!is_valid(date)) return tl::unexpected(impossible_date(iso_date(date), {}));
  auto almanac = Almanac::open();
  if (!almanac) return tl::unexpected(almanac.error());
  const auto day = almanac->day(date);
  if (!day) return tl::unexpected(day.error());
  const Known known = known_of(date, record, wish);
  Lines lines;
  lines.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  lines.open("issue", issue_attributes(date, design, known));
  write_number_comment(known, lines);
  write_masthead(*day, design, known, lines);
  write_page(design, lines);
  if (known.page_count > 1) lines.line("<!-- 其余各版不在本文件中；排好后把 held=\"no\" 换成内容 -->");
  for (int number = 2; number <= known.page_count; ++number) lines.line(fmt::format("<page number=\"{}\" held=\"no\"/>", number));
  lines.close("issue");
  return lines.take();
}

}  // namespace paiban::document
