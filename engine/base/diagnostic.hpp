#pragma once
// What is wrong, where, and what to do about it: in the editor's own words.

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "base/source.hpp"

namespace paiban {

/// How much a trouble costs (the table in the command's contract).
enum class Gravity : std::uint8_t {
  warning,     ///< reported; the page is written
  unfinished,  ///< an error; a proof is still written, press and archive are not
  broken,      ///< an error; nothing is written
  usage,       ///< the command line; exit 2
  file,        ///< a file that cannot be read or written; exit 3
  internal,    ///< a fault of the program; exit 4
};

enum class Language : std::uint8_t { chinese, english };

/// Every trouble the engine can report. Its words stand in message_table.hpp, one row each.
enum class Code : std::uint16_t;

/// One trouble. `arguments` fill the {0}, {1} … of the row's sentence and hint.
struct Diagnostic {
  Code code{};
  SourcePlace at;
  std::vector<std::string> arguments;
  std::string story;  ///< the story's id, where there is one
  std::string place;  ///< on the page, in the trade's words: 一版 头条 第2栏 第14行

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

template <typename T>
using Result = tl::expected<T, Diagnostic>;

/// The words of `code` in the table.
[[nodiscard]] std::string_view code_name(Code code);  ///< "E0123", "W0701"
[[nodiscard]] Gravity gravity_of(Code code);
[[nodiscard]] std::string message_of(const Diagnostic& diagnostic, Language language);
[[nodiscard]] std::string hint_of(const Diagnostic& diagnostic, Language language);  ///< may be empty

/// Collects the diagnostics of one run, in the order of their discovery, and the names of the files they speak of.
class Report {
 public:
  /// More than this many are counted, not kept: nobody reads on, and a hostile file must not fill the memory.
  /// Errors are kept before warnings.
  static constexpr std::size_t most_kept = 50;

  /// The id under which `path` is spoken of; the same path gives the same id.
  FileId file(std::string_view path);
  [[nodiscard]] std::string_view path(FileId id) const;

  void add(Diagnostic diagnostic);
  void add(Code code, SourcePlace at, std::vector<std::string> arguments = {}, std::string story = {}, std::string place = {}) {
    add(Diagnostic{code, at, std::move(arguments), std::move(story), std::move(place)});
  }

  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  [[nodiscard]] std::size_t dropped() const { return dropped_; }
  [[nodiscard]] Gravity worst() const { return worst_; }  ///< warning where there is nothing
  [[nodiscard]] bool any_warning() const { return any_warning_; }
  [[nodiscard]] bool any_error() const { return worst_ != Gravity::warning; }

  /// "FILE:LINE:COLUMN: error E0123: sentence", the place, an indented "hint: …"; ends with a line feed.
  [[nodiscard]] std::string text(const Diagnostic& diagnostic, Language language) const;

 private:
  std::vector<std::string> files_;
  std::vector<Diagnostic> diagnostics_;
  std::size_t dropped_ = 0;
  Gravity worst_ = Gravity::warning;
  bool any_warning_ = false;
};

}  // namespace paiban
