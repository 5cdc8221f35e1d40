#include "proposals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <utility>

#include "base/message_table.hpp"
#include "document/promise.hpp"
#include "makeup/keep_page.hpp"
#include "makeup/trial.hpp"
#include "page/place_words.hpp"
#include "taboo/find_taboos.hpp"

namespace paiban {
namespace {

/// What pages are made up from; changed in a copy for each case.
struct Draft {
  document::Issue issue;
  document::Template design;
  document::Layouts layouts;
};

bool wants_making_up(const document::Page& page, const document::Layouts& layouts) {
  return page.held && !page.stories.empty() && !layouts.contains(page.number) &&
         std::ranges::any_of(page.stories, [](const document::Story& story) {
           return story.region.empty() && story.spare == document::Spare::no && !story.continues;
         });
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
  std::vector<bool> pictures;           ///< without running text
  makeup::PagePlans plans;
  int moved = 0;             ///< rows, where its structure is kept
  std::string out_of_place;  ///< zone for which its structure cannot be kept
};

/// So many plans are set for each proposal that is wanted: what the checker of taboos finds on the real page sorts some out.
constexpr int plans_for_one = 3;

/// A third more copy (the case that an editor is asked to be ready for).
constexpr std::size_t share_more = 3;

PageStructure structure_of(const TriedPage& tried, const makeup::PagePlan& plan) {
  PageStructure structure{tried.number, plan.structure.zones, {}, plan.levers, tried.words, plan.paid, plan.cost, tried.moved};
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

// ---- one page ----

/// What the checker of taboos finds where `plan` is really set.
struct Verdict {
  int errors = 0;
  std::int64_t price = 0;  ///< of the rest
};

Result<Verdict> judge(const Draft& draft, const document::Page& page, const TriedPage& tried, const makeup::PagePlan& plan,
                      const font::FontCatalogue& fonts) {
  const PageStructure structure = structure_of(tried, plan);
  document::Issue issue = draft.issue;
  issue.pages = {page};
  seat(issue.pages.front().stories, structure.seats);
  Report report;
  auto edition = set_copy(std::move(issue), draft.design, {{page.number, structure.zones}}, fonts, report);
  if (!edition) return tl::unexpected(std::move(edition).error());
  Verdict verdict{report.worst() == Gravity::warning ? 0 : 1, 0};
  for (const taboo::Finding& finding : taboo::find_taboos(edition->plan, edition->texts, edition->pages.front())) {
    if (finding.price == 0) ++verdict.errors;
    verdict.price += finding.price * makeup::module_prices::tenths;
  }
  return verdict;
}

/// Plans with what the checker makes of them paid for: the clean ones where there are any, cheapest first; else those of fewest
/// errors first.
Result<void> judge_all(const Draft& draft, const document::Page& page, const font::FontCatalogue& fonts, TriedPage& tried) {
  std::map<int, std::vector<makeup::PagePlan>> by_errors;
  for (makeup::PagePlan& plan : tried.plans.plans) {
    const auto verdict = judge(draft, page, tried, plan, fonts);
    if (!verdict) return tl::unexpected(verdict.error());
    plan.cost += verdict->price;
    plan.paid.push_back({"taboos", verdict->price});
    by_errors[verdict->errors].push_back(std::move(plan));
  }
  tried.plans.plans.clear();
  for (auto& [errors, plans] : by_errors) {
    if (errors > 0 && by_errors.begin()->first == 0) break;
    std::ranges::stable_sort(plans, {}, &makeup::PagePlan::cost);
    std::ranges::move(plans, std::back_inserter(tried.plans.plans));
  }
  return {};
}

Result<TriedPage> try_page(const Draft& draft, const document::Page& page, const MakeUpWish& wish,
                           const font::FontCatalogue& fonts) {
  const auto trial = makeup::try_patterns(draft.issue, page, draft.design, fonts);
  if (!trial) return tl::unexpected(trial.error());
  TriedPage tried{page.number, {}, words_of(*trial), {}, {}, 0, {}};
  for (const makeup::TrialStory& each : trial->stories) {
    tried.ids.push_back(each.story.id);
    tried.pictures.push_back(document::running_characters(each.story) == 0);
  }
  if (wish.structure == MakeUpWish::Structure::fresh) {
    tried.plans = makeup::plan_page(*trial, draft.design, wish.proposals * plans_for_one);
    if (auto judged = judge_all(draft, page, fonts, tried); !judged) return tl::unexpected(std::move(judged).error());
    return tried;
  }
  makeup::KeptPage kept = makeup::keep_page(*trial, draft.design, draft.layouts.at(page.number));
  tried.moved = kept.moved;
  tried.out_of_place = std::move(kept.out_of_place);
  if (kept.plan) tried.plans.plans.push_back(*std::move(kept.plan));
  return tried;
}

// ---- the issue ----

/// The `index`-th proposal: of each page its `index`-th plan, or its last.
Result<Proposal> propose(const Draft& draft, const std::vector<TriedPage>& pages, std::size_t index,
                         const font::FontCatalogue& fonts) {
  Proposal proposal;
  document::Issue issue = draft.issue;
  document::Layouts layouts = draft.layouts;
  for (const TriedPage& tried : pages) {
    const makeup::PagePlan& plan = tried.plans.plans[std::min(index, tried.plans.plans.size() - 1)];
    PageStructure structure = structure_of(tried, plan);
    layouts[tried.number] = structure.zones;
    const auto page = std::ranges::find(issue.pages, tried.number, &document::Page::number);
    seat(page->stories, structure.seats);
    proposal.cost += structure.cost;
    proposal.pages.push_back(std::move(structure));
  }
  auto edition = set_copy(std::move(issue), draft.design, std::move(layouts), fonts, proposal.report);
  if (!edition) return tl::unexpected(std::move(edition).error());
  proposal.edition = *std::move(edition);
  for (const page::ComposedPage& page : proposal.edition.pages)
    taboo::report_taboos(proposal.edition.plan, proposal.edition.texts, page, proposal.report);
  return proposal;
}

/// A story that does not fill the place where its editor has fixed it.
std::string unfitting_words(const TriedPage& page, std::size_t story, Language language) {
  if (language == Language::chinese)
    return fmt::format("{} {}：fixed= 指定的位置与其内容不合，请改行数或栏数", page::page_words(page.number), page.words[story]);
  return fmt::format("page {}, {}: does not fill the place that fixed= gives it: change its rows or columns", page.number,
                     page.words[story]);
}

std::string words(const makeup::PageCure& cure, const TriedPage& page, Language language) {
  const std::string& story = page.words[cure.story];
  const int rows = std::abs(cure.rows);
  if (!cure.wish.empty())
    return language == Language::chinese ? fmt::format("{} {}：去掉 {}=", page::page_words(page.number), story, cure.wish)
                                         : fmt::format("page {}, {}: do without {}=", page.number, story, cure.wish);
  if (page.pictures[cure.story])
    return language == Language::chinese
               ? fmt::format("{} {}：{} {} 行", page::page_words(page.number), story, cure.rows < 0 ? "矮" : "高", rows)
               : fmt::format("page {}, {}: {} {} {}", page.number, story, rows, rows == 1 ? "row" : "rows",
                             cure.rows < 0 ? "lower" : "higher");
  if (language == Language::chinese)
    return fmt::format("{} {}：{}约 {} 字（{} {} 行）", page::page_words(page.number), story, cure.rows < 0 ? "删去" : "增加",
                       cure.characters, cure.rows < 0 ? "矮" : "高", rows);
  return fmt::format("page {}, {}: {} about {} characters ({} {} {})", page.number, story, cure.rows < 0 ? "cut" : "add",
                     cure.characters, rows, rows == 1 ? "row" : "rows", cure.rows < 0 ? "lower" : "higher");
}

/// How far a page is from being filled where no single change would do.
std::string balance_words(const TriedPage& page, Language language) {
  const bool chinese = language == Language::chinese;
  const makeup::Balance& balance = page.plans.balance;
  const std::string where = chinese ? page::page_words(page.number) + "：" : fmt::format("page {}: ", page.number);
  if (!balance.unsettable.empty()) {
    const std::string& story = page.words[balance.unsettable.front()];
    return where +
           (chinese
                ? fmt::format("{}在允许的栏数内没有合适的排法：标题过长或过短，或模板没有这种样式", story)
                : fmt::format(
                      "{} cannot be set at the widths it may have: its heads do not fit, or the template has no pattern for it",
                      story));
  }
  const int over = balance.least - balance.room, under = balance.room - balance.most;
  if (over > 0)
    return where + (chinese ? fmt::format("稿件至少多出约 {} 字，请撤稿或删节", over * balance.han_a_cell)
                            : fmt::format("about {} characters too many at the least: take out a story, or cut",
                                          over * balance.han_a_cell));
  if (under > 0)
    return where + (chinese ? fmt::format("稿件至少缺约 {} 字，请加稿或放大图片", under * balance.han_a_cell)
                            : fmt::format("about {} characters too few at the least: add a story, or let pictures be larger",
                                          under * balance.han_a_cell));
  return where + (chinese
                      ? "各稿的栏数、位置要求拼不成一版，请放宽 columns=、place= 等"
                      : "the widths and places that are wished for make no page: give columns=, place= and the like more room");
}

/// Why a page cannot be had as it is wanted.
void add_cures(const TriedPage& page, const MakeUpWish& wish, Language language, std::vector<std::string>& cures) {
  const bool chinese = language == Language::chinese;
  for (const std::size_t story : page.plans.unfitting) cures.push_back(unfitting_words(page, story, language));
  for (const makeup::PageCure& cure : page.plans.cures) cures.push_back(words(cure, page, language));
  if (!page.plans.plans.empty()) return;
  if (wish.structure == MakeUpWish::Structure::fresh) {
    if (page.plans.cures.empty() && page.plans.unfitting.empty()) cures.push_back(balance_words(page, language));
    return;
  }
  if (!page.out_of_place.empty())
    cures.push_back(
        chinese ? fmt::format("{}：layout 中的 {} 不是整栏的稿件，无法保持结构", page::page_words(page.number), page.out_of_place)
                : fmt::format("page {}: {} of its layout is no story over whole columns; make it up afresh", page.number,
                              page.out_of_place));
  else
    cures.push_back(
        chinese ? fmt::format("{}：保持现有结构排不满，请删去该版的 layout 重新编排", page::page_words(page.number))
                : fmt::format("page {}: its structure cannot be filled any more; take out its layout and make it up afresh",
                              page.number));
}

struct Outcome {
  std::vector<Proposal> list;
  std::vector<std::string> cures;
};

Result<Outcome> make_up_pages(const Draft& draft, const std::vector<const document::Page*>& wanted, const MakeUpWish& wish,
                              Language language, const font::FontCatalogue& fonts) {
  Outcome outcome;
  std::vector<TriedPage> pages;
  std::size_t most = 0;
  for (const document::Page* page : wanted) {
    auto tried = try_page(draft, *page, wish, fonts);
    if (!tried) return tl::unexpected(std::move(tried).error());
    most = std::max(most, tried->plans.plans.size());
    add_cures(*tried, wish, language, outcome.cures);
    pages.push_back(*std::move(tried));
  }
  const bool filled = std::ranges::none_of(pages, [](const TriedPage& each) { return each.plans.plans.empty(); });
  for (std::size_t i = 0; filled && i < most && static_cast<int>(i) < wish.proposals; ++i) {
    auto proposal = propose(draft, pages, i, fonts);
    if (!proposal) return tl::unexpected(std::move(proposal).error());
    outcome.list.push_back(*std::move(proposal));
  }
  return outcome;
}

bool is_wanted(const document::Page& page, const Draft& draft, const MakeUpWish& wish) {
  const bool has_layout = draft.layouts.contains(page.number);
  return wish.structure == MakeUpWish::Structure::kept ? page.held && has_layout : wants_making_up(page, draft.layouts);
}

// ---- changes at the last minute ----

Draft without_structure(const Draft& draft, int page) {
  Draft bare = draft;
  bare.layouts.erase(page);
  return bare;
}

void lengthen(document::Story& story) {
  const std::size_t more = document::running_characters(story) / share_more;
  for (document::Text& text : document::stand_in_copy(more, story.at)) {
    document::Block block;
    block.role = document::Role::paragraph;
    block.at = story.at;
    block.promised = true;
    block.rows.push_back(std::move(text));
    story.blocks.push_back(std::move(block));
  }
}

bool changes(const document::Story& story) {
  return !story.wishes.fixed && !story.continues && story.spare == document::Spare::no;
}

Result<Contingency> prepare(const Draft& draft, const document::Page& page, std::size_t index, Contingency::Case what,
                            Language language, const font::FontCatalogue& fonts) {
  Draft changed = without_structure(draft, page.number);
  document::Page& own = *std::ranges::find(changed.issue.pages, page.number, &document::Page::number);
  const document::Story& story = page.stories[index];
  Contingency made{what, page.number, story.id, {}, {}, {}};
  if (what == Contingency::Case::pulled)
    own.stories.erase(own.stories.begin() + static_cast<std::ptrdiff_t>(index));
  else
    lengthen(own.stories[index]);
  auto outcome = make_up_pages(changed, {&own}, {1, MakeUpWish::Structure::fresh}, language, fonts);
  if (!outcome) return tl::unexpected(std::move(outcome).error());
  made.list = std::move(outcome->list);
  made.cures = std::move(outcome->cures);
  return made;
}

}  // namespace

Result<Proposals> make_up(const Request& request, const MakeUpWish& wish, const font::FontCatalogue& fonts, Report& report) {
  auto copy = read_copy(request, fonts, report);
  if (!copy) return tl::unexpected(std::move(copy).error());
  if (!copy->design.makeup) return tl::unexpected(Diagnostic{Code::no_makeup_area, copy->issue.at, {copy->design.id}, {}, {}});
  const Draft draft{copy->issue, copy->design, copy->layouts};
  std::vector<const document::Page*> wanted;
  for (const document::Page& page : draft.issue.pages)
    if (is_wanted(page, draft, wish)) wanted.push_back(&page);
  if (wanted.empty()) return tl::unexpected(Diagnostic{Code::nothing_to_make_up, copy->issue.at, {}, {}, {}});
  auto outcome = make_up_pages(draft, wanted, wish, request.language, fonts);
  if (!outcome) return tl::unexpected(std::move(outcome).error());
  return Proposals{std::move(copy->file), std::move(copy->issue), std::move(outcome->list), std::move(copy->pictures),
                   std::move(outcome->cures)};
}

Result<Contingencies> prepare_for_changes(const Request& request, const font::FontCatalogue& fonts, Report& report) {
  auto copy = read_copy(request, fonts, report);
  if (!copy) return tl::unexpected(std::move(copy).error());
  if (!copy->design.makeup) return tl::unexpected(Diagnostic{Code::no_makeup_area, copy->issue.at, {copy->design.id}, {}, {}});
  const Draft draft{copy->issue, copy->design, copy->layouts};
  std::vector<Contingency> list;
  for (const document::Page& page : draft.issue.pages)
    for (std::size_t i = 0; page.held && i < page.stories.size(); ++i) {
      if (!changes(page.stories[i])) continue;
      for (const auto what : {Contingency::Case::pulled, Contingency::Case::longer}) {
        if (what == Contingency::Case::longer && document::running_characters(page.stories[i]) == 0) continue;
        auto made = prepare(draft, page, i, what, request.language, fonts);
        if (!made) return tl::unexpected(std::move(made).error());
        list.push_back(*std::move(made));
      }
    }
  return Contingencies{std::move(copy->file), std::move(copy->issue), std::move(list), std::move(copy->pictures)};
}

}  // namespace paiban
