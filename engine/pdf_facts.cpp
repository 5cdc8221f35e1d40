#include "pdf_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.hpp"

namespace paiban {
namespace {

using document::Role;

finish::PageFacts page_facts(const document::Issue& issue, const paint::DisplayList& list) {
  const auto page = std::ranges::find(issue.pages, list.page, &document::Page::number);
  const std::string title = page == issue.pages.end() ? "" : page->title;
  return {list.page, fmt::format("第{}版", list.page), title, list.width, list.height};
}

/// "第1版 要闻"
std::string page_title(const finish::PageFacts& page) {
  return page.title.empty() ? page.label : fmt::format("{} {}", page.label, page.title);
}

// ---- where the words come from ----

/// "第1版 lead 36:12 gap 1：［缺］（扫描件此处裁掉段末一行）"
std::string note_of(const document::RecordedPlace& place) {
  std::string note = place.page > 0 ? fmt::format("第{}版 ", place.page) : std::string();
  for (const std::string& part : {place.story, place.file})
    if (!part.empty()) note += part + " ";
  note += fmt::format("{}:{} {}", place.at.line, place.at.column, name_of(place.kind));
  if (!place.detail.empty()) note += " " + place.detail;
  if (!place.text.empty()) note += "：" + place.text;
  if (!place.was.empty()) note += " ← " + place.was;
  if (!place.reason.empty()) note += "（" + place.reason + "）";
  return note;
}

// ---- bookmarks ----

/// `head` on one line, its blanks as single spaces; where they only spread it (社　论) without them.
std::string on_one_line(std::string_view head) {
  std::vector<std::string> words;
  bool apart = true;
  for (std::uint32_t at = 0; at < head.size();) {
    const Decoded sign = decode_at(head, at);
    const bool blank = sign.code_point == U' ' || sign.code_point == U'\u3000';
    if (!blank && apart) words.emplace_back();
    if (!blank) words.back() += head.substr(at, sign.next - at);
    apart = blank;
    at = sign.next;
  }
  const bool spread = std::ranges::all_of(words, [](const std::string& word) { return count_code_points(word) == 1; });
  return fmt::format("{}", fmt::join(words, spread ? "" : " "));
}

/// The words of a story's first head of `role`; empty where it has none.
std::string head_of(const document::Plan& plan, const page::SetStory& story, Role role) {
  const auto head = std::ranges::find(story.heads, role, &page::Head::role);
  if (head == story.heads.end()) return {};
  std::string words;
  std::optional<document::TextId> before;  // a text that the engine cut into rows is one
  for (const page::SetLine& row : head->rows) {
    if (before == row.text || plan.texts[row.text].promised) continue;
    words += (words.empty() ? "" : " ") + on_one_line(plan.texts[row.text].text.utf8);
    before = row.text;
  }
  return words;
}

class Bookmarks {
 public:
  Bookmarks(const document::Plan& plan, finish::Facts& facts) : plan_(plan), facts_(facts) {}

  void add(std::size_t page, const page::ComposedPage& composed) {
    facts_.bookmarks.push_back({page_title(facts_.pages[page]), page, {}, 0});
    for (const page::SetStory& story : composed.stories) add(page, story, 1);
  }

 private:
  void add(std::size_t page, const page::SetStory& story, int level) {
    facts_.bookmarks.push_back({title_of(story), page, corner_of(story), level});
    for (const page::SetStory& box : story.boxes) add(page, box, level + 1);
  }

  /// A part of a story without a headline of its own has that of the story.
  std::string title_of(const page::SetStory& story) {
    std::string& known = titles_[story.id];
    for (const Role role : {Role::headline, Role::title, Role::logo, Role::label})
      if (std::string words = head_of(plan_, story, role); !words.empty()) return known = std::move(words);
    if (known.empty()) known = story.words;
    return known;
  }

  static Point corner_of(const page::SetStory& story) {
    if (story.outline.empty()) return {};
    return {std::ranges::min_element(story.outline, {}, &Point::x)->x, std::ranges::min_element(story.outline, {}, &Point::y)->y};
  }

  const document::Plan& plan_;
  finish::Facts& facts_;
  std::map<std::string, std::string> titles_;  // by story
};

}  // namespace

finish::Facts pdf_facts(const Edition& edition, std::string producer) {
  finish::Facts facts;
  if (edition.lists.empty()) return facts;
  facts.title = edition.lists.front().title;
  facts.date = edition.lists.front().date;
  facts.producer = std::move(producer);
  for (const paint::DisplayList& list : edition.lists) facts.pages.push_back(page_facts(edition.plan.issue, list));
  return facts;
}

void add_archive_facts(const Edition& edition, finish::Facts& facts) {
  std::vector<std::string> titles;
  for (const finish::PageFacts& page : facts.pages) titles.push_back(page_title(page));
  facts.structure = finish::structure_of(edition.lists, titles);
  Bookmarks bookmarks(edition.plan, facts);
  for (std::size_t page = 0; page < facts.pages.size(); ++page) bookmarks.add(page, edition.pages[page]);
  const document::Provenance& provenance = edition.plan.issue.provenance;
  facts.statement = statement_of(provenance, Language::chinese);
  for (const document::RecordedPlace& place : provenance.places) facts.notes.push_back(note_of(place));
  facts.attachments.push_back({"issue.xml", "text/xml", "排版所据的期刊文件", edition.source});
}

}  // namespace paiban
