#pragma once
// 付印签样: who read which state of an issue, and the sums of everything that it was set from. What was read is what is printed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::seal {

/// The readings of a page, in their order.
enum class Stage : std::uint8_t {
  first_proof,   ///< 一校
  second_proof,  ///< 二校
  third_proof,   ///< 三校
  clean_proof,   ///< 清样
  to_press,      ///< 付印
};

[[nodiscard]] std::string_view name_of(Stage stage);  ///< 一校 …
[[nodiscard]] std::optional<Stage> stage_of(std::string_view name);

/// A file with its sum. `role`: "issue", "copy", "template", "face" …: small letters and hyphens. `name`: from the issue's
/// folder, or from the data folder.
struct SealedFile {
  std::string role, name, sha256;
  friend bool operator==(const SealedFile&, const SealedFile&) = default;
};

struct Seal {
  Stage stage{};
  int round = 1;                  ///< 第N次: of this stage
  std::string by;                 ///< who read
  std::string at;                 ///< when, as the caller says; empty: not said. The engine has no clock, and no output knows it
  std::string engine;             ///< the engine's name and version
  std::vector<SealedFile> files;  ///< by role as told, then by name
};

/// The text of a file of seals, which is only ever added to: seals in their order, each closed by a sum over all that stands
/// above.
///
/// Error: seals_malformed, `name` and the line, where it is none, or where a seal was changed after it was set.
[[nodiscard]] Result<std::vector<Seal>> parse_seals(std::string_view text, const std::string& name);

/// `text` with `seal` at its end. `text` may be empty: the first seal.
[[nodiscard]] std::string with_seal(std::string_view text, const Seal& seal);

/// Which round of `stage` comes after `seals`: 1 where it is the first of its kind. Error: seal_out_of_order, where the stage
/// before it was never sealed.
[[nodiscard]] Result<int> next_round(const std::vector<Seal>& seals, Stage stage);

/// Whether `name` can stand for a person: 1 to 40 characters, no white space at its edges, no control characters.
[[nodiscard]] bool is_name(std::string_view name);
/// "2025-02-05T01:12", with seconds and a zone or without.
[[nodiscard]] bool is_time(std::string_view time);

/// What became of a file since a seal.
struct Change {
  enum class Kind : std::uint8_t { changed, gone, added, engine };
  Kind kind{};
  std::string name;
};
/// What is different from `seal` now; empty: nothing is.
[[nodiscard]] std::vector<Change> changes_since(const Seal& seal, const std::vector<SealedFile>& now, std::string_view engine);

/// "issue.xml has changed"
[[nodiscard]] std::string words_of(const Change& change, Language language);
/// "付印, round 1, by 张三"
[[nodiscard]] std::string words_of(const Seal& seal, Language language);

}  // namespace paiban::seal
