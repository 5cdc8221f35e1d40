#pragma once
// Reading the house's own files (templates, the face catalogue) strictly: whatever is not understood is a mistake
// with its place, and reading goes on, so that one run shows them all.

#include <initializer_list>
#include <optional>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/length.hpp"
#include "document/xml.hpp"

namespace paiban::document {

/// The codes under which a vocabulary speaks of its mistakes.
struct VocabularyCodes {
  Code other_version;      ///< {0}: what the root says
  Code unknown_element;    ///< {0} in {1}, known there: {2}
  Code unknown_attribute;  ///< {0} on {1}, known there: {2}
  Code stray_text;         ///< {0} in {1}
  Code missing;            ///< {0} lacks {1}
  Code bad_value;          ///< attribute {0}, value {1}, should look like {2}
};

/// One word of an attribute and what it means.
template <typename T>
struct Word {
  std::string_view word;
  T value;
};

/// Reads attributes of one file and keeps what is wrong, in the order of discovery.
class Vocabulary {
 public:
  Vocabulary(const XmlFile& file, const VocabularyCodes& codes) : file_(&file), codes_(codes) {}

  /// Reports a root that is not <`name` xmlns=`space` version=`version`>. False: there is nothing to read.
  [[nodiscard]] bool root(std::string_view name, std::string_view space, std::string_view version);

  /// Reports attributes and children of `element` that are not among those named, and text. Children are of its namespace.
  void expect(pugi::xml_node element, std::initializer_list<std::string_view> attributes,
              std::initializer_list<std::string_view> children = {});

  [[nodiscard]] std::string_view text(pugi::xml_node element, const char* attribute) const;  ///< empty where there is none
  [[nodiscard]] std::string_view required(pugi::xml_node element, const char* attribute);    ///< reports where there is none

  // nullopt where there is no such attribute, and where its value is none (reported).
  [[nodiscard]] std::optional<Ratio> ratio(pugi::xml_node element, const char* attribute);
  [[nodiscard]] std::optional<Length> length(pugi::xml_node element, const char* attribute, Length em);
  [[nodiscard]] std::optional<int> whole(pugi::xml_node element, const char* attribute);
  template <typename T, std::size_t N>
  [[nodiscard]] std::optional<T> word(pugi::xml_node element, const char* attribute, const Word<T> (&words)[N]) {
    const std::string_view said = text(element, attribute);
    if (said.empty()) return std::nullopt;
    std::string known;
    for (const Word<T>& each : words) {
      if (each.word == said) return each.value;
      known += (known.empty() ? "" : ", ") + std::string(each.word);
    }
    bad_value(element, attribute, known);
    return std::nullopt;
  }

  void missing(pugi::xml_node element, std::string_view what);
  void bad_value(pugi::xml_node element, const char* attribute, std::string_view example);
  void fault(Code code, SourcePlace at, std::vector<std::string> arguments) {
    faults_.push_back(Diagnostic{code, at, std::move(arguments), {}, {}});
  }

  [[nodiscard]] SourcePlace place(pugi::xml_node element) const { return file_->place(element); }
  [[nodiscard]] SourcePlace place(pugi::xml_node element, std::string_view attribute) const {
    return file_->place(element, attribute);
  }

  [[nodiscard]] bool any_fault() const { return !faults_.empty(); }
  /// Hands all faults but the last to `report`, and the last out: it is the error that the reader returns.
  [[nodiscard]] Diagnostic report_faults(Report& report);

 private:
  void check_children(pugi::xml_node element, std::initializer_list<std::string_view> children);

  const XmlFile* file_;
  VocabularyCodes codes_;
  std::vector<Diagnostic> faults_;
};

/// A whole number of decimal digits without sign or blank, at most 6 of them; nullopt otherwise.
[[nodiscard]] std::optional<int> parse_whole(std::string_view text);

/// The beginning of `text`, cut between characters: enough to recognise it in a message.
[[nodiscard]] std::string excerpt(std::string_view text);

/// "a, b, c"
[[nodiscard]] std::string joined(std::span<const std::string_view> names);

/// The one of `names` that `word` most likely means, by edit distance; empty where none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> names);

}  // namespace paiban::document
