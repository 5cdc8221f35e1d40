#include "report/fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/utf8.hpp"
#include "page/place_words.hpp"
#include "report/heads.hpp"
#include "report/numbers.hpp"
#include "report/spending.hpp"

namespace paiban::report {
namespace {

using Json = nlohmann::ordered_json;

/// Of the table: story, legs, lines, fit, looseness, tracking, loosest gap, squeezed, headline.
constexpr std::array<std::size_t, 9> columns{14, 14, 8, 8, 6, 8, 8, 8, 0};
/// From here on characters are two columns wide on a screen.
constexpr char32_t first_wide = 0x2E80;

constexpr std::string_view name_of(page::Lever::Kind kind) {
  switch (kind) {
    case page::Lever::Kind::cut:
      return "cut";
    case page::Lever::Kind::alternative:
      return "alt";
    case page::Lever::Kind::filler:
      return "filler";
  }
  return "";
}

Json levers_json(const page::SetStory& story, Language language) {
  Json levers = Json::array();
  for (const page::Lever& lever : story.levers)
    levers.push_back({{"kind", name_of(lever.kind)},
                      {"rank", lever.rank},
                      {"paragraph", lever.paragraph},
                      {"characters", lever.characters},
                      {"rows", lever.rows},
                      {"line", lever.at.line},
                      {"words", lever.words},
                      {"says", words_of(lever, language)}});
  return levers;
}

/// 留版: what was promised; and where it came, how it differs.
void add_promise(const page::Promised& promised, Json& story) {
  story["promised"] = promised.came == 0;
  story["expected"] = promised.characters;
  if (promised.came == 0) return;
  story["came"] = promised.came;
  story["lines_more"] = promised.lines_more;
}

std::string words(const page::Promised& promised, Language language) {
  const bool chinese = language == Language::chinese;
  if (promised.came == 0)
    return fmt::format(fmt::runtime(chinese ? "留版 {} 字，稿件未到" : "promised: {} characters, not come"), promised.characters);
  return fmt::format(fmt::runtime(chinese ? "留版 {} 字，来稿 {} 字：{:+} 行" : "promised {} characters, came {}: {:+} lines"),
                     promised.characters, promised.came, promised.lines_more);
}

Json to_json(const page::SetStory& story, const Edition& edition, Language language) {
  const page::CopyFit& fit = *story.fit;
  Json cures = Json::array();
  for (const page::Cure& cure : fit.cures) cures.push_back(words_of(cure, language));
  Json json{{"id", story.id},
            {"within", story.within.empty() ? Json() : Json(story.within)},
            {"legs", fit.legs},
            {"room", fit.room},
            {"lines", fit.lines},
            {"over", fit.lines - fit.room},
            {"tracking", plain(fit.spent.tightest)},
            {"loosest_gap", plain(fit.spent.loosest)},
            {"reach", {fit.curve.least, fit.curve.most()}},
            {"spent", spending_json(fit.spent, edition.plan.design.grid.em)},
            {"cures", std::move(cures)},
            {"levers", levers_json(story, language)},
            {"heads", heads_json(story, edition)}};
  if (story.promised) add_promise(*story.promised, json);
  if (story.continues) json["continued"] = true;
  if (fit.whole)
    json["whole"] = {{"pages", fit.whole->pages},
                     {"room", fit.whole->room},
                     {"lines", fit.whole->lines},
                     {"over", fit.whole->lines - fit.whole->room}};
  return json;
}

/// Every story with running text, boxes after the story that holds them.
template <typename Visit>
void each_fitted(const std::vector<page::SetStory>& stories, const Visit& visit) {
  for (const page::SetStory& story : stories) {
    if (story.fit) visit(story);
    each_fitted(story.boxes, visit);
  }
}

std::string legs_text(const page::CopyFit& fit) {
  std::string text;
  for (const int rows : fit.legs) text += (text.empty() ? "" : "|") + std::to_string(rows);
  return text;
}

enum class Verdict : std::uint8_t { word, sentence };

/// A sentence speaks of the whole of a story, a word of its part on the page.
std::string verdict(const page::CopyFit& fit, Language language, Verdict form) {
  const bool of_whole = fit.whole && form == Verdict::sentence;
  const int over = of_whole ? fit.whole->lines - fit.whole->room : fit.lines - fit.room;
  const bool chinese = language == Language::chinese;
  if (over == 0) return chinese ? "满" : "full";
  if (chinese) return fmt::format("{} {} 行", over > 0 ? "多" : "缺", std::abs(over));
  if (form == Verdict::word) return fmt::format("{} {}", std::abs(over), over > 0 ? "over" : "short");
  return fmt::format("{} line{} {}", std::abs(over), std::abs(over) == 1 ? "" : "s", over > 0 ? "over" : "short");
}

/// Columns to a width on a screen, where a Han character takes two: no printf counts that.
std::string cell(const std::string& text, std::size_t width) {
  std::size_t taken = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const Decoded next = decode_at(text, at);
    taken += next.code_point >= first_wide ? 2 : 1;
    at = next.next;
  }
  return text + std::string(taken < width ? width - taken : 0, ' ') + " ";
}

std::string row_of_cells(const std::array<std::string, columns.size()>& cells) {
  std::string row = " ";
  for (std::size_t i = 0; i < cells.size(); ++i) row += " " + cell(cells[i], columns[i]);
  row.resize(row.find_last_not_of(' ') + 1);
  return row + "\n";
}

std::string head_of_table(Language language) {
  if (language == Language::chinese)
    return row_of_cells({"稿件", "各栏行数", "行数", "吻合", "伸缩", "字距 %", "最松 em", "挤 em", "主题"});
  return row_of_cells({"story", "legs", "lines", "fit", "loose", "track %", "gap em", "squeezed", "headline"});
}

/// "34 pt, 2 rows"; below its style's size "34 of 36 pt".
std::string headline_text(const page::SetStory& story, const Edition& edition, Language language) {
  const auto head = std::ranges::find_if(
      story.heads, [](const page::Head& each) { return each.role == document::Role::headline && !each.rows.empty(); });
  if (head == story.heads.end()) return "";
  const page::SetLine& row = head->rows.front();
  const document::Style& style = edition.plan.style_of(row.text);
  const text::Look own{style.size, style.scale_x}, look = row.look.value_or(own);
  const bool chinese = language == Language::chinese;
  std::string text = to_points(look.size) + (chinese ? " 点" : " pt");
  if (look.size != own.size) text = to_points(own.size) + " → " + text;
  if (look.scale_x != own.scale_x)
    text += fmt::format(" {}{} %", chinese ? "宽 " : "width ", decimal(look.scale_x.ten_thousandths, 100, 0));
  if (head->rows.size() > 1) text += fmt::format(fmt::runtime(chinese ? " {} 行" : " {} rows"), head->rows.size());
  return text;
}

/// What stands below a story's row: what was done, and what would make it fit.
std::string notes(const page::SetStory& story, Language language) {
  std::string out;
  if (story.promised) out += "      " + words(*story.promised, language) + "\n";
  for (const page::Lever& lever : story.levers) out += "      " + words_of(lever, language) + "\n";
  if (story.fit->cures.empty()) return out;
  const bool chinese = language == Language::chinese;
  return out + "      " + story.words + (chinese ? "：" : ": ") + verdict(*story.fit, language, Verdict::sentence) +
         (chinese ? "；可" : "; ") + words_of(story.fit->cures, language) + "\n";
}

std::string row_of_table(const page::SetStory& story, const Edition& edition, Language language) {
  const page::CopyFit& fit = *story.fit;
  const paragraph::Spending& spent = fit.spent;
  return row_of_cells({story.id, legs_text(fit), fmt::format("{}/{}", fit.lines, fit.room), verdict(fit, language, Verdict::word),
                       spent.looseness == 0 ? "0" : fmt::format("{:+}", spent.looseness),
                       decimal(spent.tightest.ten_thousandths, 100, 2), decimal(spent.loosest.ten_thousandths, 10'000, 3),
                       decimal(spent.squeezed.count(), edition.plan.design.grid.em.count(), 1),
                       headline_text(story, edition, language)}) +
         notes(story, language);
}

}  // namespace

std::string fit_json(const Edition& edition, Language language) {
  Json pages = Json::array();
  for (const page::ComposedPage& page : edition.pages) {
    Json stories = Json::array();
    each_fitted(page.stories, [&](const page::SetStory& story) { stories.push_back(to_json(story, edition, language)); });
    pages.push_back({{"number", page.number}, {"rows", edition.plan.design.grid.rows}, {"stories", std::move(stories)}});
  }
  return Json{{"pages", std::move(pages)}}.dump(1) + "\n";
}

std::string fit_text(const Edition& edition, Language language) {
  std::string out;
  for (const page::ComposedPage& page : edition.pages) {
    out += language == Language::chinese ? page::page_words(page.number) + "\n" : fmt::format("page {}\n", page.number);
    out += head_of_table(language);
    each_fitted(page.stories, [&](const page::SetStory& story) { out += row_of_table(story, edition, language); });
  }
  return out;
}

}  // namespace paiban::report
