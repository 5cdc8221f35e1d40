#include "proposals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/message_table.hpp"
#include "makeup/trial.hpp"
#include "page/place_words.hpp"

namespace paiban {
namespace {

bool wants_making_up(const document::Page& page, const document::Layouts& layouts) {
  return page.held && !page.stories.empty() && !layouts.contains(page.number) &&
         std::ranges::any_of(page.stories, [](const document::Story& story) { return story.region.empty(); });
}

/// The stories of a trial in the trade's words.
std::vector<std::string> words_of(const makeup::Trial& trial) {
  std::vector<std::string> words;
  for (const makeup::TrialStory& each : trial.stories)
    words.push_back(each.patterns.empty() ? each.story.id : page::story_words(trial.plan, each.patterns.front().module));
  return words;
}

/// One page tried: its stories in words, and its plans.
struct TriedPage {
  int number = 0;
  std::vector<std::string> ids, words;  ///< by trial story
  makeup::PagePlans plans;
};

Result<TriedPage> try_page(const Copy& copy, const document::Page& page, int how_many, const font::FontCatalogue& fonts) {
  const auto trial = makeup::try_patterns(copy.issue, page, copy.design, fonts);
  if (!trial) return tl::unexpected(trial.error());
  TriedPage tried{page.number, {}, words_of(*trial), makeup::plan_page(*trial, copy.design, how_many)};
  for (const makeup::TrialStory& each : trial->stories) tried.ids.push_back(each.story.id);
  return tried;
}

PageStructure structure_of(const TriedPage& tried, const makeup::PagePlan& plan) {
  PageStructure structure{tried.number, plan.structure.zones, {}, plan.levers, tried.words, plan.paid, plan.cost};
  for (const makeup::Seat& seat : plan.structure.seats) structure.seats.push_back({tried.ids[seat.story], seat.region});
  return structure;
}

void seat(std::vector<document::Story>& stories, const std::vector<StorySeat>& seats) {
  for (document::Story& story : stories) {
    const auto found = std::ranges::find(seats, story.id, &StorySeat::story);
    if (found != seats.end()) story.region = found->region;
    seat(story.boxes, seats);
  }
}

/// The `index`-th proposal: of each page its `index`-th plan, or its last.
Result<Proposal> propose(const Copy& copy, const std::vector<TriedPage>& pages, std::size_t index,
                         const font::FontCatalogue& fonts) {
  Proposal proposal;
  document::Issue issue = copy.issue;
  document::Layouts layouts = copy.layouts;
  for (const TriedPage& tried : pages) {
    const makeup::PagePlan& plan = tried.plans.plans[std::min(index, tried.plans.plans.size() - 1)];
    PageStructure structure = structure_of(tried, plan);
    layouts[tried.number] = structure.zones;
    const auto page = std::ranges::find(issue.pages, tried.number, &document::Page::number);
    seat(page->stories, structure.seats);
    proposal.cost += structure.cost;
    proposal.pages.push_back(std::move(structure));
  }
  auto edition = set_copy(std::move(issue), copy.design, std::move(layouts), fonts, proposal.report);
  if (!edition) return tl::unexpected(std::move(edition).error());
  proposal.edition = *std::move(edition);
  return proposal;
}

std::string words(const makeup::PageCure& cure, const TriedPage& page, Language language) {
  const std::string& story = page.words[cure.story];
  const int rows = std::abs(cure.rows);
  if (language == Language::chinese)
    return fmt::format("{} {}：{}约 {} 字（{} {} 行）", page::page_words(page.number), story, cure.rows < 0 ? "删去" : "增加",
                       cure.characters, cure.rows < 0 ? "矮" : "高", rows);
  return fmt::format("page {}, {}: {} about {} characters ({} {} {})", page.number, story, cure.rows < 0 ? "cut" : "add",
                     cure.characters, rows, rows == 1 ? "row" : "rows", cure.rows < 0 ? "lower" : "higher");
}

}  // namespace

Result<Proposals> make_up(const Request& request, int how_many, const font::FontCatalogue& fonts, Report& report) {
  auto copy = read_copy(request, fonts, report);
  if (!copy) return tl::unexpected(std::move(copy).error());
  if (!copy->design.makeup) return tl::unexpected(Diagnostic{Code::no_makeup_area, copy->issue.at, {copy->design.id}, {}, {}});
  std::vector<TriedPage> pages;
  std::size_t most = 0;
  std::vector<std::string> cures;
  for (const document::Page& page : copy->issue.pages) {
    if (!wants_making_up(page, copy->layouts)) continue;
    auto tried = try_page(*copy, page, how_many, fonts);
    if (!tried) return tl::unexpected(std::move(tried).error());
    most = std::max(most, tried->plans.plans.size());
    for (const makeup::PageCure& cure : tried->plans.cures) cures.push_back(words(cure, *tried, request.language));
    pages.push_back(*std::move(tried));
  }
  if (pages.empty()) return tl::unexpected(Diagnostic{Code::nothing_to_make_up, copy->issue.at, {}, {}, {}});
  std::vector<Proposal> list;
  const bool filled = std::ranges::none_of(pages, [](const TriedPage& each) { return each.plans.plans.empty(); });
  for (std::size_t i = 0; filled && i < most; ++i) {
    auto proposal = propose(*copy, pages, i, fonts);
    if (!proposal) return tl::unexpected(std::move(proposal).error());
    list.push_back(*std::move(proposal));
  }
  return Proposals{std::move(copy->file), std::move(copy->issue), std::move(list), std::move(copy->pictures), std::move(cures)};
}

}  // namespace paiban
