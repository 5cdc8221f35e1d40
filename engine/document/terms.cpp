#include "document/terms.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>

#include "base/message_table.hpp"
#include "document/vocabulary.hpp"
#include "document/xml.hpp"

namespace paiban::document {
namespace {

constexpr VocabularyCodes terms_codes{Code::terms_other_version, Code::terms_unknown_element, Code::terms_unknown_attribute,
                                      Code::terms_stray_text,    Code::terms_missing,         Code::terms_bad_value};

/// "A B C": words between blanks.
std::vector<std::string> list_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    if (blank != 0) words.emplace_back(text.substr(0, blank));
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  return words;
}

class TermsReader {
 public:
  explicit TermsReader(Vocabulary& words) : words_(&words) {}

  [[nodiscard]] Terms read(pugi::xml_node root) {
    words_->expect(root, {"version"}, {"person", "place", "organisation", "term", "verb", "title", "order", "wrong"});
    for (const pugi::xml_node element : elements_of(root)) {
      const std::string_view name = element.name();
      if (name == "person") person(element);
      if (name == "place" || name == "organisation" || name == "term") word(element);
      if (name == "verb") single(element, terms_.verbs);
      if (name == "title") single(element, terms_.titles);
      if (name == "order") order(element);
      if (name == "wrong") wrong_form(element);
    }
    check_rights();
    return std::move(terms_);
  }

 private:
  /// The attribute, which is a word: no blank in it, and not said before. Empty after a complaint.
  std::string new_word(pugi::xml_node element, const char* attribute) {
    std::string said(words_->required(element, attribute));
    if (said.empty()) return said;
    if (said.find(' ') != std::string::npos) {
      words_->bad_value(element, attribute, "昌吉州");
      return {};
    }
    if (known_.insert(said).second) return said;
    words_->fault(Code::terms_twice, words_->place(element, attribute), {said});
    return {};
  }

  void person(pugi::xml_node element) {
    words_->expect(element, {"name", "titles"});
    if (std::string name = new_word(element, "name"); !name.empty())
      terms_.people.push_back({std::move(name), list_of(words_->text(element, "titles"))});
  }

  void word(pugi::xml_node element) {
    words_->expect(element, {"name", "short"});
    if (std::string name = new_word(element, "name"); !name.empty()) terms_.words.push_back(std::move(name));
    for (std::string& form : list_of(words_->text(element, "short"))) {
      if (!known_.insert(form).second)
        words_->fault(Code::terms_twice, words_->place(element, "short"), {form});
      else
        terms_.words.push_back(std::move(form));
    }
  }

  void single(pugi::xml_node element, std::vector<std::string>& words) {
    words_->expect(element, {"name"});
    if (std::string name = new_word(element, "name"); !name.empty()) words.push_back(std::move(name));
  }

  void order(pugi::xml_node element) {
    constexpr std::size_t fewest_names = 2;  // one alone has no order
    words_->expect(element, {"of", "names"});
    ListOrder order{std::string(words_->required(element, "of")), list_of(words_->required(element, "names"))};
    if (order.names.empty()) return;
    const std::set<std::string> different(order.names.begin(), order.names.end());
    if (order.names.size() < fewest_names || different.size() != order.names.size())
      return words_->bad_value(element, "names", "党委 人大 政府 政协");
    terms_.orders.push_back(std::move(order));
  }

  void wrong_form(pugi::xml_node element) {
    words_->expect(element, {"form", "right", "why"});
    WrongForm form{new_word(element, "form"), std::string(words_->required(element, "right")),
                   std::string(words_->text(element, "why"))};
    if (form.wrong.empty() || form.right.empty()) return;
    if (form.wrong == form.right) return words_->bad_value(element, "right", "呼图壁");
    rights_.push_back({form.right, words_->place(element, "right")});
    terms_.wrong_forms.push_back(std::move(form));
  }

  /// What is right in one row may not be wrong in another: the editor would be sent round in a circle.
  void check_rights() {
    for (const auto& [right, at] : rights_) {
      const auto& forms = terms_.wrong_forms;
      if (std::ranges::find(forms, right, &WrongForm::wrong) != forms.end())
        words_->fault(Code::terms_contradiction, at, {right});
    }
  }

  struct Right {
    std::string form;
    SourcePlace at;
  };

  Vocabulary* words_;
  Terms terms_;
  std::set<std::string> known_;
  std::vector<Right> rights_;
};

}  // namespace

Result<Terms> read_terms(const std::filesystem::path& path, Report& report) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return Terms{};
  const auto file = XmlFile::read(path, report);
  if (!file) return tl::unexpected(file.error());
  Vocabulary words(*file, terms_codes);
  if (!words.root("terms", "urn:paiban:terms", "1")) return tl::unexpected(words.report_faults(report));
  Terms terms = TermsReader(words).read(file->root());
  if (words.any_fault()) return tl::unexpected(words.report_faults(report));
  return terms;
}

Terms joined_terms(Terms house, Terms own) {
  for (const Person& person : own.people)
    std::erase_if(house.people, [&](const Person& each) { return each.name == person.name; });
  for (const WrongForm& form : own.wrong_forms)
    std::erase_if(house.wrong_forms, [&](const WrongForm& each) { return each.wrong == form.wrong; });
  const auto append = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  append(house.people, own.people);
  append(house.words, own.words);
  append(house.titles, own.titles);
  append(house.verbs, own.verbs);
  append(house.wrong_forms, own.wrong_forms);
  append(house.orders, own.orders);
  return house;
}

}  // namespace paiban::document
