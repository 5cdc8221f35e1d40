#include "document/term_check.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/message_table.hpp"
#include "document/term_marks.hpp"
#include "document/word_finder.hpp"

namespace paiban::document {
namespace {

// What stands between the items of a list. The long ones first: 以及 is not 及 after something.
constexpr auto list_signs = std::to_array<std::string_view>({"以及", "、", "，", "和", "与", "及"});
// A headline has no mark at its end but ？ ！ …… ” 》 ） (typography H4).
constexpr auto no_head_ends = std::to_array<std::string_view>({"。", "．", "，", "、", "；", "："});

// So many names may stand under one title: 副州长甲、乙、丙.
constexpr int longest_name_list = 20;

/// Whether names in a text of that role are written out with their titles.
bool is_running(Role role) { return role == Role::paragraph || role == Role::caption || role == Role::note; }

bool take_start(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}
bool take_end(std::string_view& text, std::string_view word) {
  if (word.empty() || !text.ends_with(word)) return false;
  text.remove_suffix(word.size());
  return true;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " / ") + word;
  return text;
}

class WordChecker {
 public:
  WordChecker(const Terms& terms, Report& report)
      : terms_(terms), report_(report), people_(names()), forms_(forms()), titles_(titles()) {
    for (const ListOrder& order : terms.orders) orders_.emplace_back(order.names);
  }

  void check(const std::vector<Story>& stories) {
    for (const Story& story : stories) {
      story_ = &story.id;
      met_.clear();
      for (const Block& block : story.blocks) check(block);
      check(story.boxes);
    }
  }

 private:
  void check(const Block& block) {
    check(block.rows, block.role);
    for (const std::vector<Text>& alternative : block.alternatives) check(alternative, block.role);
  }

  void check(const std::vector<Text>& rows, Role role) {
    for (const Text& text : rows) {
      check_forms(text);
      check_orders(text);
      if (is_running(role)) check_people(text);
    }
    if (is_head_role(role) && !rows.empty()) check_head_end(rows.back());
  }

  void say(Code code, const Text& text, std::uint32_t start, std::uint32_t end, std::vector<std::string> arguments) {
    if (!is_dismissed(text, start, end)) report_.add(code, place_of(text, start), std::move(arguments), *story_);
  }

  // ---- wrong forms ----

  /// Wrong forms first; after them what is right and may hold a wrong form in itself.
  [[nodiscard]] std::vector<std::string> forms() const {
    std::vector<std::string> forms;
    for (const WrongForm& form : terms_.wrong_forms) forms.push_back(form.wrong);
    for (const WrongForm& form : terms_.wrong_forms) forms.push_back(form.right);
    for (const Person& person : terms_.people) forms.push_back(person.name);
    forms.insert(forms.end(), terms_.words.begin(), terms_.words.end());
    return forms;
  }

  void check_forms(const Text& text) {
    for (const FoundWord& found : forms_.find(text.utf8)) {
      if (found.index >= terms_.wrong_forms.size()) continue;
      const WrongForm& form = terms_.wrong_forms[found.index];
      const std::string why = form.why.empty() ? "" : "（" + form.why + "）";
      say(Code::wrong_form, text, found.start, found.end, {form.wrong, form.right, why});
    }
  }

  // ---- names and titles ----

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const Person& person : terms_.people) names.push_back(person.name);
    return names;
  }

  /// Whatever may be somebody's title, the longest first.
  [[nodiscard]] std::vector<std::string> titles() const {
    std::vector<std::string> titles = terms_.titles;
    for (const Person& person : terms_.people) titles.insert(titles.end(), person.titles.begin(), person.titles.end());
    std::ranges::stable_sort(titles, [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return titles;
  }

  void check_people(const Text& text) {
    for (const FoundWord& found : people_.find(text.utf8)) {
      const Person& person = terms_.people[found.index];
      const bool first = met_.insert(person.name).second;
      if (person.titles.empty() || stands_with(text.utf8, found, person.titles)) continue;
      if (const std::string other = title_beside(text.utf8, found); !other.empty())
        say(Code::name_with_wrong_title, text, found.start, found.end, {person.name, other, listed(person.titles)});
      else if (first)
        say(Code::name_without_title, text, found.start, found.end, {person.name, listed(person.titles)});
    }
  }

  /// What stands before the name: in a list under one title, before the list.
  [[nodiscard]] std::string_view before(std::string_view text, const FoundWord& found) const {
    std::string_view rest = text.substr(0, found.start);
    bool again = true;
    for (int names = 0; again && names < longest_name_list; ++names) {
      std::string_view shorter = rest;
      again = take_end(shorter, "、") &&
              std::ranges::any_of(terms_.people, [&](const Person& each) { return take_end(shorter, each.name); });
      if (again) rest = shorter;
    }
    return rest;
  }

  [[nodiscard]] bool stands_with(std::string_view text, const FoundWord& found, const std::vector<std::string>& titles) const {
    const std::string_view head = before(text, found), tail = text.substr(found.end);
    return std::ranges::any_of(titles, [&](const std::string& each) { return head.ends_with(each) || tail.starts_with(each); });
  }

  [[nodiscard]] std::string title_beside(std::string_view text, const FoundWord& found) const {
    const std::string_view head = before(text, found), tail = text.substr(found.end);
    for (const std::string& title : titles_)
      if (head.ends_with(title) || tail.starts_with(title)) return title;
    return {};
  }

  // ---- order ----

  void check_orders(const Text& text) {
    for (std::size_t i = 0; i < orders_.size(); ++i) {
      const ListOrder& order = terms_.orders[i];
      const std::vector<FoundWord> found = orders_[i].find(text.utf8);
      for (std::size_t n = 1; n < found.size(); ++n) {
        const FoundWord &one = found[n - 1], &next = found[n];
        if (next.index >= one.index || !listed_together(text.utf8, one.end, next.start)) continue;
        say(Code::names_out_of_order, text, one.start, next.end, {order.names[one.index], order.names[next.index], order.of});
      }
    }
  }

  /// 甲、乙; 甲和市长乙: nothing between them but the list's signs and a title on either side.
  [[nodiscard]] bool listed_together(std::string_view text, std::uint32_t from, std::uint32_t to) const {
    std::string_view between = text.substr(from, to - from);
    static_cast<void>(std::ranges::any_of(titles_, [&](const std::string& each) { return take_start(between, each); }));
    static_cast<void>(std::ranges::any_of(titles_, [&](const std::string& each) { return take_end(between, each); }));
    return std::ranges::find(list_signs, between) != list_signs.end();
  }

  // ---- heads ----

  void check_head_end(const Text& text) {
    for (const std::string_view mark : no_head_ends) {
      if (!text.utf8.ends_with(mark)) continue;
      const auto end = static_cast<std::uint32_t>(text.utf8.size());
      say(Code::head_ends_with_mark, text, end - static_cast<std::uint32_t>(mark.size()), end, {std::string(mark)});
    }
  }

  const Terms& terms_;
  Report& report_;
  WordFinder people_, forms_;
  std::vector<std::string> titles_;
  std::vector<WordFinder> orders_;
  const std::string* story_ = nullptr;
  std::set<std::string> met_;  ///< names that the story has had
};

}  // namespace

void check_words(const Issue& issue, const Terms& terms, Report& report) {
  WordChecker checker(terms, report);
  for (const Page& page : issue.pages) checker.check(page.stories);
}

bool is_dismissed(const Text& text, std::uint32_t start, std::uint32_t end) {
  return std::ranges::any_of(text.spans, [&](const Span& span) {
    return span.kind == SpanKind::sic && !span.value.empty() && span.start < end && start < span.end;
  });
}

}  // namespace paiban::document
