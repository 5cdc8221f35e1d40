#include "document/wish_reader.hpp"

#include <algorithm>
#include <array>

#include "document/issue_words.hpp"
#include "document/vocabulary.hpp"
#include "document/xml_characters.hpp"

namespace paiban::document {
namespace {

constexpr int most_cells = 400;  // a bound for typing errors; no area has so many rows

struct PlaceWord {
  std::string_view word;
  Edges edges;
};
constexpr auto place_words = std::to_array<PlaceWord>({{"top", {true, false, false, false}},
                                                       {"bottom", {false, true, false, false}},
                                                       {"left", {false, false, true, false}},
                                                       {"right", {false, false, false, true}},
                                                       {"top-left", {true, false, true, false}},
                                                       {"top-right", {true, false, false, true}},
                                                       {"bottom-left", {false, true, true, false}},
                                                       {"bottom-right", {false, true, false, true}}});

/// "3" or "2-3".
std::optional<Span1> parse_span(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = parse_whole(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : parse_whole(text.substr(dash + 1));
  if (!first || !last || *first < 1 || *last < *first || *last > most_cells) return std::nullopt;
  return Span1{*first, *last};
}

/// "3-6 77-96": columns and rows.
std::optional<CellRange> parse_cells(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto columns = parse_span(text.substr(0, blank));
  const auto rows = parse_span(text.substr(blank + 1));
  if (!columns || !rows) return std::nullopt;
  return CellRange{*columns, *rows};
}

class WishReader {
 public:
  WishReader(pugi::xml_node element, std::vector<BadWish>& bad) : element_(element), bad_(bad) {}

  [[nodiscard]] Wishes read() {
    Wishes wishes;
    wishes.priority = number("priority", "1 … 9", most_priority);
    if (const auto said = text("columns")) keep(wishes.columns, parse_span(*said), "columns", "2, 2-3");
    wishes.rows = number("rows", "20", most_cells);
    if (const auto said = text("fixed")) keep(wishes.fixed, parse_cells(*said), "fixed", "3-6 77-96");
    wishes.at = edges();
    wishes.above_fold = is("fold", "above");
    wishes.no_crop = is("no-crop", "yes");
    wishes.looks = looks();
    wishes.touches = names("touches");
    wishes.apart = names("apart");
    wishes.not_beside = names("not-beside");
    wishes.not_above = names("not-above");
    return wishes;
  }

 private:
  [[nodiscard]] std::optional<std::string_view> text(const char* attribute) const {
    const pugi::xml_attribute found = element_.attribute(attribute);
    return found ? std::optional<std::string_view>(found.value()) : std::nullopt;
  }

  template <typename T>
  void keep(std::optional<T>& into, std::optional<T> value, const char* attribute, std::string_view example) {
    if (!value) bad_.push_back({attribute, example});
    into = value;
  }

  [[nodiscard]] int number(const char* attribute, std::string_view example, int most) {
    const auto said = text(attribute);
    if (!said) return 0;
    const auto value = parse_whole(*said);
    if (value && *value >= 1 && *value <= most) return *value;
    bad_.push_back({attribute, example});
    return 0;
  }

  /// An attribute that can say one word, or no.
  [[nodiscard]] bool is(const char* attribute, std::string_view word) {
    const auto said = text(attribute);
    if (said && *said != word && *said != "no") bad_.push_back({attribute, word});
    return said == word;
  }

  [[nodiscard]] Edges edges() {
    const auto said = text("place");
    if (!said) return {};
    const auto found = std::ranges::find(place_words, *said, &PlaceWord::word);
    if (found != place_words.end()) return found->edges;
    bad_.push_back({"place", "top, right, bottom-left …"});
    return {};
  }

  [[nodiscard]] Looks looks() {
    const auto said = text("looks");
    if (said == "left") return Looks::left;
    if (said == "right") return Looks::right;
    if (said && *said != "ahead") bad_.push_back({"looks", "left, right, ahead"});
    return Looks::ahead;
  }

  [[nodiscard]] std::vector<std::string> names(const char* attribute) {
    std::vector<std::string> names;
    for (std::string& name : words_in(text(attribute).value_or("")))
      if (is_ncname(name))
        names.push_back(std::move(name));
      else
        bad_.push_back({attribute, "story-2 story-3"});
    return names;
  }

  pugi::xml_node element_;
  std::vector<BadWish>& bad_;
};

}  // namespace

Wishes read_wishes(pugi::xml_node element, std::vector<BadWish>& bad) { return WishReader(element, bad).read(); }

}  // namespace paiban::document
