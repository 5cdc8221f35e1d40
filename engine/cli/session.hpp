#pragma once
// What every command has in common: its language, its data folder, what it says and how it ends.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "font/font_catalogue.hpp"

namespace paiban::cli {

/// How the program ends.
enum class Exit : int {
  fine = 0,
  content = 1,   ///< something is wrong in the issue or in what it names
  usage = 2,     ///< the command line
  file = 3,      ///< the issue cannot be read, the output cannot be written
  internal = 4,  ///< a fault of the program
};

/// How serious a trouble may be before no file is written.
enum class Profile : std::uint8_t { proof, press, archive };

/// One run of one command.
struct Session {
  Language language = Language::english;
  std::string data;     ///< --data as given; empty: looked for
  bool strict = false;  ///< warnings fail too
  Report report;

  [[nodiscard]] std::string_view say(std::string_view english, std::string_view chinese) const {
    return language == Language::chinese ? chinese : english;
  }
};

/// Chinese where LC_ALL, else LC_MESSAGES, else LANG begins with "zh".
[[nodiscard]] Language language_of_environment();

/// The end of a run that reported what `report` holds.
[[nodiscard]] Exit exit_of(const Report& report, bool strict);

/// Whether a page is written under `profile` after what `report` holds.
[[nodiscard]] bool still_makes_a_page(const Report& report, Profile profile);

/// All diagnostics to standard error, as text.
void print_diagnostics(const Session& session);

/// All diagnostics to standard error, one JSON object a line.
void print_diagnostics_as_json_lines(const Session& session);

/// `document`, a JSON object's text, with the array "diagnostics" as its last member. "{}" for a document of its own.
[[nodiscard]] std::string with_diagnostics(std::string_view document, const Session& session);

/// Whether someone is looking at standard error.
[[nodiscard]] bool is_watched();

/// Says `sentence` on standard error where it is a terminal.
void say_progress(std::string_view sentence);

/// The folder of templates and faces; nullopt after reporting that there is none.
[[nodiscard]] std::optional<std::filesystem::path> find_data(Session& session);

/// That folder with its faces; nullopt after reporting why not.
struct Data {
  std::filesystem::path folder;
  font::FontCatalogue fonts;
};
[[nodiscard]] std::optional<Data> open_data(Session& session);

/// Writes `bytes` to `target`, "-" being standard output: whole or not at all.
/// False after reporting cannot_write.
[[nodiscard]] bool write_to(const std::filesystem::path& target, std::string_view bytes, Session& session);

}  // namespace paiban::cli
