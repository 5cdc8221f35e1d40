#include "taboo/find_taboos.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/message_table.hpp"
#include "page/place_words.hpp"
#include "taboo/checks.hpp"
#include "taboo/limits.hpp"

namespace paiban::taboo {
namespace {

/// What stands above the first story of a page, and below its last one.
constexpr const char* masthead_words = "报头";
constexpr const char* foot_words = "版脚";

auto rank_of(const Finding& finding) {
  return std::tuple(finding.price != 0, finding.row, finding.where.x, finding.code, finding.where.y);
}

/// What page/ reports when it sets the lines.
bool said_by_composer(const Scene& scene, const Finding& finding) {
  if (finding.code == Code::widow_line || finding.code == Code::lone_character) return true;
  if (finding.code != Code::hole_in_page) return false;
  // A hole at the foot of a leg that lacks lines: copy_under says how many characters to add.
  return std::ranges::any_of(scene.stories, [&](const StoryView& story) {
    return story.set->fit && story.set->fit->lines < story.set->fit->room &&
           std::ranges::any_of(story.set->legs, [&](const page::Leg& leg) { return overlap(leg.box, finding.where, {}); });
  });
}

const StoryView* find_story(const Scene& scene, const std::string& id) {
  const auto found = std::ranges::find_if(scene.stories, [&](const StoryView& story) { return story.set->id == id; });
  return found == scene.stories.end() ? nullptr : &*found;
}

std::string words_of(const Scene& scene, const std::string& id, const char* otherwise) {
  const StoryView* story = find_story(scene, id);
  if (story == nullptr) return otherwise;
  return story->planned == nullptr ? id : page::story_words(scene.plan, *story->planned);
}

/// {0} and {1} are the two stories, {2} is the row; what the finding has to add follows.
Diagnostic diagnostic_of(const Scene& scene, const Finding& finding) {
  Diagnostic diagnostic;
  diagnostic.code = finding.code;
  diagnostic.story = finding.first;
  const std::string first = words_of(scene, finding.first, masthead_words);
  diagnostic.arguments = {first, words_of(scene, finding.second, foot_words), std::to_string(finding.row)};
  diagnostic.arguments.insert(diagnostic.arguments.end(), finding.arguments.begin(), finding.arguments.end());
  diagnostic.place = page::page_words(scene.page.number) + " " + first;
  for (const std::string& id : {finding.first, finding.second}) {
    const StoryView* story = find_story(scene, id);
    if (story == nullptr || story->planned == nullptr) continue;
    diagnostic.at = story->planned->at;
    break;
  }
  return diagnostic;
}

std::vector<Finding> find_in(const Scene& scene) {
  std::vector<Finding> findings;
  check_heads(scene, findings);
  check_text(scene, findings);
  check_space(scene, findings);
  std::ranges::stable_sort(findings, {}, rank_of);
  return findings;
}

}  // namespace

std::vector<Finding> find_taboos(const document::Plan& plan, std::span<const text::ShapedParagraph> texts,
                                 const page::ComposedPage& page) {
  return find_in(see(plan, texts, page));
}

std::vector<ToldFinding> tell_taboos(const document::Plan& plan, std::span<const text::ShapedParagraph> texts,
                                     const page::ComposedPage& page) {
  const Scene scene = see(plan, texts, page);
  std::vector<ToldFinding> told;
  for (const Finding& finding : find_in(scene))
    if (!said_by_composer(scene, finding)) told.push_back({finding.where, diagnostic_of(scene, finding)});
  return told;
}

void report_taboos(const document::Plan& plan, std::span<const text::ShapedParagraph> texts, const page::ComposedPage& page,
                   Report& report) {
  for (ToldFinding& finding : tell_taboos(plan, texts, page)) report.add(std::move(finding.words));
}

}  // namespace paiban::taboo
