// How well front pages are made up: 200 random issues of six to eight modules, and 12184. No test: prints what an editor and a
// designer want to know of the search as a whole, set by the real engine and looked at by the checker of taboos.
//
//     cmake --preset bench && cmake --build --preset bench && build/bench/bin/report_made_up_pages [ISSUES]

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "document/issue_reader.hpp"
#include "document/template_reader.hpp"
#include "engine.hpp"
#include "makeup/keep_page.hpp"
#include "makeup/plan_page.hpp"
#include "support/random_numbers.hpp"
#include "taboo/find_taboos.hpp"

namespace paiban {
namespace {

using document::Block;
using document::Role;
using document::Story;
using test::RandomNumbers;

constexpr int usual_issues = 200;
constexpr int proposals = 3;
/// Han of running text that a page of so many column-rows holds beside its heads; measured on 12184 (5 100 Han with a picture).
constexpr int cells = 6 * 96, cells_of_picture = 150, cells_of_head = 17, han_a_cell = 15;

double milliseconds_since(std::clock_t start) { return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

/// Sentences and headlines of real copy, to be dealt out anew.
struct Pool {
  std::vector<std::string> sentences, headlines;
};

void gather(const Story& story, Pool& pool) {
  for (const Block& block : story.blocks)
    for (const document::Text& row : block.rows) {
      if (block.role == Role::headline && block.rows.size() == 1 && story.kind == document::StoryKind::news)
        pool.headlines.push_back(row.utf8);
      if (block.role != Role::paragraph || !row.line_ends.empty()) continue;
      constexpr std::string_view stop = "。";
      for (std::size_t at = 0; at < row.utf8.size();) {
        const std::size_t end = row.utf8.find(stop, at);
        if (end == std::string::npos) break;
        const std::string sentence = row.utf8.substr(at, end + stop.size() - at);
        const bool whole = sentence.find("“") == std::string::npos || sentence.find("”") != std::string::npos;
        if (whole && sentence.find("［") == std::string::npos) pool.sentences.push_back(sentence);
        at = end + stop.size();
      }
    }
}

document::Text text_of(std::string utf8) {
  document::Text text;
  text.utf8 = std::move(utf8);
  text.anchors.push_back({0, {1, 1, 1}});
  return text;
}

int han_of(const std::string& text) { return static_cast<int>(text.size()) / 3; }

Story random_story(int number, int han, int priority, const Pool& pool, RandomNumbers& numbers) {
  Story story;
  story.id = "story-" + std::to_string(number);
  story.kind = number == 1 ? document::StoryKind::lead : document::StoryKind::news;
  story.wishes.priority = priority;
  const auto pick = [&](const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(numbers.between(0, static_cast<int>(from.size()) - 1))];
  };
  story.blocks.push_back({Role::headline, {text_of(pick(pool.headlines))}, {}, {}, {}});
  while (han > 0) {
    std::string paragraph;
    const int length = std::min(han, numbers.between(60, 200));
    while (han_of(paragraph) < length) paragraph += pick(pool.sentences);
    han -= han_of(paragraph);
    story.blocks.push_back({Role::paragraph, {text_of(std::move(paragraph))}, {}, {}, {}});
  }
  return story;
}

/// A picture, the lead, and other stories that together hold about as much as the page.
document::Page random_page(const Story& picture, const Pool& pool, RandomNumbers& numbers) {
  document::Page page;
  page.number = 1;
  const int stories = numbers.between(5, 7);
  const int room = (cells - cells_of_picture - cells_of_head * stories) * han_a_cell * numbers.between(96, 104) / 100;
  std::vector<int> shares{numbers.between(18, 26)};
  for (int i = 1; i < stories; ++i) shares.push_back(numbers.between(6, 15));
  int all = 0;
  for (const int share : shares) all += share;
  for (int i = 0; i < stories; ++i)
    page.stories.push_back(
        random_story(i + 1, room * shares[static_cast<std::size_t>(i)] / all, std::min(9, i + 1), pool, numbers));
  page.stories.push_back(picture);
  return page;
}

/// What came of one page.
struct Outcome {
  bool filled = false, clean = false;
  int looseness = 0;          ///< the most lines away, any story
  int crop = 0;               ///< the most, ten-thousandths
  std::int64_t tracking = 0;  ///< the tightest line, ten-thousandths of an em
  double made = 0, set = 0;   ///< milliseconds
};

void seat(std::vector<Story>& stories, const makeup::Trial& trial, const makeup::Structure& structure) {
  for (Story& story : stories) {
    for (const makeup::Seat& seat : structure.seats)
      if (trial.stories[seat.story].story.id == story.id) story.region = seat.region;
    seat(story.boxes, trial, structure);
  }
}

bool is_full(const page::SetStory& story) {
  return (!story.fit || story.fit->lines == story.fit->room) && std::ranges::all_of(story.boxes, is_full);
}

void judge(const makeup::PagePlan& plan, const Edition& edition, Outcome& outcome) {
  const page::ComposedPage& page = edition.pages.front();
  outcome.filled = std::ranges::all_of(page.stories, is_full);
  outcome.clean = std::ranges::none_of(taboo::find_taboos(edition.plan, edition.texts, page),
                                       [](const taboo::Finding& each) { return each.price == 0; });
  for (const page::SetStory& story : page.stories)
    if (story.fit) outcome.tracking = std::min(outcome.tracking, story.fit->spent.tightest.ten_thousandths);
  for (const makeup::Lever& lever : plan.levers) {
    if (lever.kind == makeup::Lever::Kind::tighter || lever.kind == makeup::Lever::Kind::looser)
      outcome.looseness = std::max(outcome.looseness, lever.amount);
    if (lever.kind == makeup::Lever::Kind::crop_height || lever.kind == makeup::Lever::Kind::crop_width)
      outcome.crop = std::max(outcome.crop, lever.amount);
  }
}

/// The best clean one of the proposals, else the best.
Outcome make_up(const document::Issue& issue, const document::Template& design, const font::FontCatalogue& fonts) {
  Outcome best;
  const std::clock_t start = std::clock();
  const auto trial = makeup::try_patterns(issue, issue.pages.front(), design, fonts).value();
  const makeup::PagePlans plans = makeup::plan_page(trial, design, proposals);
  best.made = milliseconds_since(start);
  for (const makeup::PagePlan& plan : plans.plans) {
    Outcome outcome = best;
    document::Issue seated = issue;
    seat(seated.pages.front().stories, trial, plan.structure);
    Report report;
    const std::clock_t setting = std::clock();
    const Edition edition = set_copy(std::move(seated), design, {{1, plan.structure.zones}}, fonts, report).value();
    outcome.set = milliseconds_since(setting);
    judge(plan, edition, outcome);
    if (outcome.clean || !best.filled) best = outcome;
    if (best.clean) break;
  }
  return best;
}

double share(int part, int whole) { return 100.0 * part / std::max(1, whole); }

void report_random(int count, const document::Issue& pattern, const Pool& pool, const document::Template& design,
                   const font::FontCatalogue& fonts) {
  const Story picture = *std::ranges::find(pattern.pages.front().stories, document::StoryKind::picture, &Story::kind);
  RandomNumbers numbers(12'184);
  std::vector<Outcome> all;
  for (int i = 0; i < count; ++i) {
    document::Issue issue = pattern;
    issue.pages = {random_page(picture, pool, numbers)};
    all.push_back(make_up(issue, design, fonts));
  }
  const auto counted = [&](auto&& is) { return static_cast<int>(std::ranges::count_if(all, is)); };
  const int filled = counted([](const Outcome& each) { return each.filled; });
  fmt::print("{} random issues of 6 to 8 modules\n", count);
  fmt::print("  filled to the line            {:5.1f} %\n", share(filled, count));
  fmt::print("  and free of errors            {:5.1f} %\n",
             share(counted([](const Outcome& each) { return each.filled && each.clean; }), count));
  fmt::print("  of the filled: looseness ≤ 2  {:5.1f} %, ≤ 1 {:.1f} %\n",
             share(counted([](const Outcome& each) { return each.filled && each.looseness <= 2; }), filled),
             share(counted([](const Outcome& each) { return each.filled && each.looseness <= 1; }), filled));
  fmt::print("  crop ≤ 8 %                    {:5.1f} %\n",
             share(counted([](const Outcome& each) { return each.filled && each.crop <= 800; }), filled));
  fmt::print("  no line tightened beyond 1 %  {:5.1f} %, beyond 2 % {:.1f} %\n",
             share(counted([](const Outcome& each) { return each.filled && each.tracking >= -100; }), filled),
             share(counted([](const Outcome& each) { return each.filled && each.tracking >= -200; }), filled));
  double made = 0, slowest = 0, set = 0;
  for (const Outcome& each : all) {
    made += each.made / count;
    slowest = std::max(slowest, each.made);
    set += each.set / count;
  }
  fmt::print("  made up in {:.0f} ms on average, {:.0f} at the most; set in {:.0f} ms\n\n", made, slowest, set);
}

/// Takes about so many bytes from the end, whole characters.
void cut_tail(std::string& text, std::size_t bytes) {
  std::size_t end = text.size() - std::min(bytes, text.size() / 2);
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
}

/// ±5 % of the text of each story of a made-up page: what moves, and how long it takes to find.
void report_kept(const document::Issue& issue, const document::Template& design, const font::FontCatalogue& fonts) {
  auto trial = makeup::try_patterns(issue, issue.pages.front(), design, fonts).value();
  const makeup::PagePlan plan = makeup::plan_page(trial, design, 1).plans.at(0);
  document::Issue seated = issue;
  seat(seated.pages.front().stories, trial, plan.structure);
  fmt::print("±5 % of one story's text, its structure kept\n");
  for (std::size_t i = 0; i < seated.pages.front().stories.size(); ++i)
    for (const int sign : {-1, 1}) {
      document::Issue edited = seated;
      Story& story = edited.pages.front().stories[i];
      std::size_t bytes = 0;
      for (const Block& block : story.blocks)
        if (block.role == Role::paragraph) bytes += block.rows.front().utf8.size();
      const auto longest = std::ranges::max_element(story.blocks, {}, [](const Block& block) {
        return block.role == Role::paragraph ? block.rows.front().utf8.size() : 0;
      });
      if (bytes == 0 || longest->role != Role::paragraph) continue;
      const std::size_t change = bytes / 20 / 3 * 3;
      document::Text& text = longest->rows.front();
      text.spans.clear();
      text.line_ends.clear();
      if (sign > 0)
        for (std::size_t n = 0; n < change / 3; ++n) text.utf8 += n % 13 == 12 ? "，" : "昌";
      else
        cut_tail(text.utf8, change);
      const std::clock_t start = std::clock();
      const auto again = makeup::try_patterns(edited, edited.pages.front(), design, fonts).value();
      const makeup::KeptPage kept = makeup::keep_page(again, design, plan.structure.zones);
      fmt::print("  {:<12}{:+d} %  {:5.1f} ms  {}\n", story.id, 5 * sign, milliseconds_since(start),
                 kept.plan ? kept.moved == 0 ? "nothing else moved" : fmt::format("edges moved by {} rows in all", kept.moved)
                           : "cannot be kept");
    }
}

/// Whether lead and photograph stand in the four columns at the left, all else in the two at the right, as printed.
bool is_as_printed(const makeup::Trial& trial, const makeup::PagePlan& plan) {
  return std::ranges::all_of(plan.structure.seats, [&](const makeup::Seat& seat) {
    const Story& story = trial.stories[seat.story].story;
    const bool left = story.id == "lead" || story.id == "photo", inside = trial.stories[seat.story].inside;
    for (const document::Zone& zone : plan.structure.zones)
      for (const document::Region& region : zone.regions) {
        if (inside || region.id != seat.region) continue;
        const bool wide = region.outline.width > trial.area.columns[3].x - trial.area.columns[0].x;
        return left ? wide && region.outline.x == trial.area.columns[0].x : region.outline.x == trial.area.columns[4].x;
      }
    return inside;
  });
}

/// 12184: what it takes, and where the printed structure stands among the proposals.
void report_12184(const document::Issue& issue, const document::Template& design, const font::FontCatalogue& fonts) {
  constexpr int looked_through = 60;
  const std::clock_t start = std::clock();
  const auto trial = makeup::try_patterns(issue, issue.pages.front(), design, fonts).value();
  const makeup::PagePlans plans = makeup::plan_page(trial, design, proposals);
  fmt::print("12184 without its regions: {} proposals in {:.0f} ms\n", plans.plans.size(), milliseconds_since(start));
  for (const makeup::PagePlan& plan : plans.plans) fmt::print("  cost {:6}  {}\n", plan.cost, plan.shape);
  const makeup::PagePlans many = makeup::plan_page(trial, design, looked_through);
  const auto found = std::ranges::find_if(many.plans, [&](const makeup::PagePlan& plan) { return is_as_printed(trial, plan); });
  if (found == many.plans.end())
    fmt::print("  the printed structure is not among the first {}, which end at {}\n\n", many.plans.size(),
               many.plans.back().cost);
  else
    fmt::print("  the printed structure is number {}, cost {}\n\n", found - many.plans.begin() + 1, found->cost);
}

}  // namespace
}  // namespace paiban

int main(int count, char** words) {
  using namespace paiban;
  Report report;
  const auto fonts = font::FontCatalogue::load(PAIBAN_SOURCE_DIR "/fonts", report).value();
  const auto design = document::read_template(PAIBAN_SOURCE_DIR "/templates/changji-front.xml", "", report).value();
  auto issue = document::read_issue(PAIBAN_SOURCE_DIR "/issues/12184/issue.xml", report).value();
  const auto eight = document::read_issue(PAIBAN_SOURCE_DIR "/issues/samples/eight-pages/issue.xml", report).value();
  for (Story& story : issue.pages.front().stories)
    if (story.picture) story.picture->pixel_width = 1800, story.picture->pixel_height = 1200;
  Pool pool;
  for (const document::Issue* each : std::initializer_list<const document::Issue*>{&issue, &eight})
    for (const document::Page& page : each->pages)
      for (const Story& story : page.stories) gather(story, pool);
  report_random(count > 1 ? std::atoi(words[1]) : usual_issues, issue, pool, design, fonts);
  report_12184(issue, design, fonts);
  report_kept(issue, design, fonts);
  return 0;
}
