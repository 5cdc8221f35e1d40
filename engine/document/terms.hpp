#pragma once
// terms.xml: the words that the house knows: names and their titles, places, organisations, terms; wrong forms and the right
// ones; the order in which posts and names are listed. Data of the editors; described in templates/README.md.

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::document {

struct Person {
  std::string name;
  std::vector<std::string> titles;  ///< 职务, any of which may stand with the name; empty: not looked at
};

/// A form that is not printed, and what is printed instead.
struct WrongForm {
  std::string wrong, right;
  std::string why;  ///< may be empty
};

/// 排序: names or posts in the order in which a list has them.
struct ListOrder {
  std::string of;  ///< what the list is of: 四套班子
  std::vector<std::string> names;
};

struct Terms {
  std::vector<Person> people;
  std::vector<std::string> words;   ///< places, organisations, terms, with their short forms
  std::vector<std::string> titles;  ///< 书记, 副州长 …: what may be anybody's title
  std::vector<std::string> verbs;   ///< of headlines: 走进, 确定 …, which rather begin a row than end one
  std::vector<WrongForm> wrong_forms;
  std::vector<ListOrder> orders;
};

/// Reads `path`; where there is no such file, nothing is known. Fails on bad XML, an unknown element or attribute, a name or
/// form that stands twice.
[[nodiscard]] Result<Terms> read_terms(const std::filesystem::path& path, Report& report);

/// `own` added to `house`: an issue's own words beside the house's. A person or a form of the same name is replaced.
[[nodiscard]] Terms joined_terms(Terms house, Terms own);

}  // namespace paiban::document
