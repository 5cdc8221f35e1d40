#include "report/fit.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "page/place_words.hpp"
#include "report/heads.hpp"
#include "report/numbers.hpp"
#include "report/spending.hpp"

namespace paiban::report {
namespace {

using Json = nlohmann::ordered_json;

std::string words(const page::Cure& cure, Language language) {
  const bool cut = cure.kind == page::Cure::Kind::cut;
  if (language == Language::chinese)
    return fmt::format("{}约 {} 字（第 {} 段）", cut ? "删去" : "增加", cure.characters, cure.paragraph);
  return fmt::format("{} about {} characters in paragraph {}", cut ? "cut" : "add", cure.characters, cure.paragraph);
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
  for (const page::Cure& cure : fit.cures) cures.push_back(words(cure, language));
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

std::string verdict(const page::CopyFit& fit, Language language) {
  const int over = fit.lines - fit.room;
  const bool chinese = language == Language::chinese;
  if (over == 0) return chinese ? "满" : "full";
  if (over > 0) return fmt::format(fmt::runtime(chinese ? "多 {} 行" : "{} over"), over);
  return fmt::format(fmt::runtime(chinese ? "缺 {} 行" : "{} short"), -over);
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
  const bool chinese = language == Language::chinese;
  std::string out;
  for (const page::ComposedPage& page : edition.pages) {
    out += chinese ? page::page_words(page.number) + "\n" : fmt::format("page {}\n", page.number);
    each_fitted(page.stories, [&](const page::SetStory& story) {
      const page::CopyFit& fit = *story.fit;
      out +=
          fmt::format("  {:<14} {:>14}  {:>4}/{:<4} {:<9} {} {:>5}%  {} {} em\n", story.id, legs_text(fit), fit.lines, fit.room,
                      verdict(fit, language), chinese ? "字距" : "tracking", decimal(fit.spent.tightest.ten_thousandths, 100, 2),
                      chinese ? "最松" : "loosest", decimal(fit.spent.loosest.ten_thousandths, 10'000, 3));
      if (story.promised) out += fmt::format("    {}\n", words(*story.promised, language));
      for (const page::Cure& cure : fit.cures) out += fmt::format("    {}\n", words(cure, language));
    });
  }
  return out;
}

}  // namespace paiban::report
