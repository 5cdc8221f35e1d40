#include "report/make_up.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "report/numbers.hpp"

namespace paiban::report {
namespace {

using Json = nlohmann::ordered_json;
using makeup::Lever;

/// A miniature has a line for so many rows of the page: its cells look square on a terminal.
constexpr int rows_a_line = 4;
constexpr int letters_a_column = 4;

std::string per_cent(int ten_thousandths) { return decimal(std::abs(ten_thousandths), 100, 1) + " %"; }

std::string what(const Lever& lever, bool chinese) {
  const int n = std::abs(lever.amount);
  switch (lever.kind) {
    case Lever::Kind::air:
      return chinese ? fmt::format("题区加空 {} 行", n) : fmt::format("{} {} of air round the head", n, n == 1 ? "row" : "rows");
    case Lever::Kind::tighter:
      return chinese ? fmt::format("排紧 {} 行", n) : fmt::format("{} {} fewer than by itself", n, n == 1 ? "line" : "lines");
    case Lever::Kind::looser:
      return chinese ? fmt::format("排松 {} 行", n) : fmt::format("{} {} more than by itself", n, n == 1 ? "line" : "lines");
    case Lever::Kind::crop_height:
      return chinese ? fmt::format("图片高度裁去 {}", per_cent(n))
                     : fmt::format("{} of the picture's height cropped", per_cent(n));
    case Lever::Kind::crop_width:
      return chinese ? fmt::format("图片宽度裁去 {}", per_cent(n))
                     : fmt::format("{} of the picture's width cropped", per_cent(n));
    case Lever::Kind::other_legs:
      return chinese ? fmt::format("破栏，分 {} 栏", n) : fmt::format("{} legs instead of the page's columns", n);
    case Lever::Kind::inset_head:
      return chinese ? fmt::format("文包题，标题占 {} 栏", n) : fmt::format("head inset over {} of its columns", n);
    case Lever::Kind::corner:
      return chinese ? "排在另一篇的角上" : "stands in a corner of its neighbour";
  }
  return {};
}

Json findings_json(const Report& report, Language language) {
  Json findings = Json::array();
  for (const Diagnostic& each : report.diagnostics())
    findings.push_back({{"code", code_name(each.code)},
                        {"severity", gravity_of(each.code) == Gravity::warning ? "warning" : "error"},
                        {"message", message_of(each, language)},
                        {"story", each.story},
                        {"place", each.place}});
  return findings;
}

std::string findings_text(const Report& report, Language language) {
  std::string text;
  for (const Diagnostic& each : report.diagnostics())
    text += fmt::format("  {} {}\n", code_name(each.code), message_of(each, language));
  return text;
}

std::vector<std::string> all_levers(const Proposal& proposal, Language language) {
  std::vector<std::string> levers;
  for (const PageStructure& page : proposal.pages)
    for (std::string& words : lever_words(page, language)) levers.push_back(std::move(words));
  return levers;
}

/// Rows that edges were moved by where structures are kept.
int rows_moved(const Proposal& proposal) {
  int rows = 0;
  for (const PageStructure& page : proposal.pages) rows += page.moved;
  return rows;
}

/// Stories of a structure by the region that they stand in: A, B, C …
char letter_of(const PageStructure& page, std::string_view region) {
  const auto found = std::ranges::find(page.seats, region, &StorySeat::region);
  return found == page.seats.end() ? ' ' : static_cast<char>('A' + (found - page.seats.begin()) % 26);
}

void draw(const PageStructure& page, const document::Region& region, const document::Template& design,
          std::vector<std::string>& lines) {
  const document::MakeupArea area = document::area_of(*design.makeup, page.page);
  const auto across = [&](Length x) {
    return static_cast<std::size_t>(scale_rounded(
        (x - area.x).count(), letters_a_column * static_cast<std::int64_t>(area.columns.size()), area.width.count()));
  };
  const auto down = [&](int row) { return static_cast<std::size_t>((row - area.rows.first) / rows_a_line); };
  for (std::size_t line = down(region.rows.first); line <= down(region.rows.last) && line < lines.size(); ++line)
    for (std::size_t at = across(region.outline.x); at < across(region.outline.right()) && at < lines[line].size(); ++at)
      lines[line][at] = letter_of(page, region.id);
  for (const document::Region& inner : region.regions) draw(page, inner, design, lines);
}

}  // namespace

std::vector<std::string> lever_words(const PageStructure& page, Language language) {
  const bool chinese = language == Language::chinese;
  std::vector<std::string> words;
  for (const Lever& lever : page.levers)
    words.push_back(fmt::format("{}{}{}", page.stories[lever.story], chinese ? "：" : ": ", what(lever, chinese)));
  return words;
}

std::string miniature(const PageStructure& page, const document::Template& design) {
  const document::MakeupArea area = document::area_of(*design.makeup, page.page);
  const auto height = static_cast<std::size_t>((area.rows.count() + rows_a_line - 1) / rows_a_line);
  std::vector<std::string> lines(height, std::string(letters_a_column * area.columns.size(), ' '));
  for (const document::Zone& zone : page.zones)
    for (const document::Region& region : zone.regions) draw(page, region, design, lines);
  std::string text;
  for (const std::string& line : lines) text += "  |" + line + "|\n";
  for (std::size_t i = 0; i < page.seats.size(); ++i)
    text += fmt::format("  {} {}\n", static_cast<char>('A' + i % 26), page.seats[i].story);
  return text;
}

std::string make_up_json(const Proposals& proposals, const std::vector<std::string>& folders, Language language) {
  Json list = Json::array();
  for (std::size_t i = 0; i < proposals.list.size(); ++i) {
    const Proposal& proposal = proposals.list[i];
    Json paid = Json::object();
    for (const PageStructure& page : proposal.pages)
      for (const makeup::PaidFor& each : page.paid) paid[each.what] = paid.value(each.what, std::int64_t{0}) + each.cost;
    list.push_back({{"folder", i < folders.size() ? folders[i] : std::string{}},
                    {"cost", proposal.cost},
                    {"paid", std::move(paid)},
                    {"moved", rows_moved(proposal)},
                    {"levers", all_levers(proposal, language)},
                    {"findings", findings_json(proposal.report, language)}});
  }
  Json json{{"proposals", std::move(list)}};
  if (proposals.list.empty()) json["cures"] = proposals.cures;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string make_up_text(const Proposals& proposals, const std::vector<std::string>& folders, Language language) {
  const bool chinese = language == Language::chinese;
  std::string text;
  for (std::size_t i = 0; i < proposals.list.size(); ++i) {
    const Proposal& proposal = proposals.list[i];
    text += chinese ? fmt::format("方案 {}：代价 {}，{}\n", i + 1, proposal.cost, folders[i])
                    : fmt::format("proposal {}: cost {}, {}\n", i + 1, proposal.cost, folders[i]);
    for (const PageStructure& page : proposal.pages) text += miniature(page, proposal.edition.plan.design);
    if (const int rows = rows_moved(proposal); rows > 0)
      text += chinese ? fmt::format("  - 各稿分界共移动 {} 行\n", rows)
                      : fmt::format("  - edges between stories moved by {} {} in all\n", rows, rows == 1 ? "row" : "rows");
    for (const std::string& words : all_levers(proposal, language)) text += "  - " + words + '\n';
    text += findings_text(proposal.report, language) + '\n';
  }
  if (!proposals.list.empty()) return text;
  text = chinese ? "没有能排满的版面。最省的调整办法：\n" : "no page can be filled. The cheapest cures:\n";
  for (const std::string& cure : proposals.cures) text += "  - " + cure + '\n';
  return text;
}

std::string contingencies_json(const Contingencies& contingencies, const std::vector<std::string>& folders, Language language) {
  Json list = Json::array();
  for (std::size_t i = 0; i < contingencies.list.size(); ++i) {
    const Contingency& each = contingencies.list[i];
    Json levers = Json::array(), findings = Json::array();
    for (const Proposal& proposal : each.list) {
      levers = all_levers(proposal, language);
      findings = findings_json(proposal.report, language);
    }
    list.push_back({{"case", each.what == Contingency::Case::pulled ? "pulled" : "longer"},
                    {"page", each.page},
                    {"story", each.story},
                    {"folder", each.list.empty() ? std::string{} : folders[i]},
                    {"filled", !each.list.empty()},
                    {"levers", std::move(levers)},
                    {"findings", std::move(findings)},
                    {"cures", each.cures}});
  }
  return Json{{"contingencies", std::move(list)}}.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string contingencies_text(const Contingencies& contingencies, const std::vector<std::string>& folders, Language language) {
  const bool chinese = language == Language::chinese;
  std::string text;
  for (std::size_t i = 0; i < contingencies.list.size(); ++i) {
    const Contingency& each = contingencies.list[i];
    const bool pulled = each.what == Contingency::Case::pulled;
    text += chinese ? fmt::format("{}：{}", pulled ? "撤稿" : "加长三分之一", each.story)
                    : fmt::format("{} {}", each.story, pulled ? "pulled" : "a third longer");
    if (!each.list.empty()) text += (chinese ? "，" : ": ") + folders[i];
    text += '\n';
    for (const Proposal& proposal : each.list) text += findings_text(proposal.report, language);
    for (const std::string& cure : each.cures) text += "  - " + cure + '\n';
  }
  return text;
}

}  // namespace paiban::report
