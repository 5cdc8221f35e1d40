#include "pdf_facts.hpp"

#include <algorithm>
#include <utility>

namespace paiban {
namespace {

finish::PageFacts page_facts(const document::Issue& issue, const paint::DisplayList& list) {
  const auto page = std::ranges::find(issue.pages, list.page, &document::Page::number);
  const std::string title = page == issue.pages.end() ? "" : page->title;
  return {list.page, std::to_string(list.page), title, list.width, list.height};
}

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

}  // namespace paiban
