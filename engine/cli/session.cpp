#include "cli/session.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/message_table.hpp"
#include "cli/data_folder.hpp"
#include "render/output_file.hpp"
#include "report/diagnostic_json.hpp"

namespace paiban::cli {
namespace {

using Json = nlohmann::ordered_json;

void to_standard_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("zh") ? Language::chinese : Language::english;
  }
  return Language::english;
}

Exit exit_of(const Report& report, bool strict) {
  switch (report.worst()) {
    case Gravity::warning:
      return strict && report.any_warning() ? Exit::content : Exit::fine;
    case Gravity::unfinished:
    case Gravity::broken:
      return Exit::content;
    case Gravity::usage:
      return Exit::usage;
    case Gravity::file:
      return Exit::file;
    case Gravity::internal:
      return Exit::internal;
  }
  return Exit::internal;
}

bool still_makes_a_page(const Report& report, Profile profile) {
  return report.worst() == Gravity::warning || (report.worst() == Gravity::unfinished && profile == Profile::proof);
}

void print_diagnostics(const Session& session) {
  for (const Diagnostic& diagnostic : session.report.diagnostics()) {
    to_standard_error(session.report.text(diagnostic, session.language));
  }
  if (const std::size_t more = session.report.dropped(); more != 0) {
    to_standard_error(std::string(session.say("and more of this kind: ", "此外还有：")) + std::to_string(more) + '\n');
  }
}

void print_diagnostics_as_json_lines(const Session& session) {
  for (const Diagnostic& diagnostic : session.report.diagnostics())
    to_standard_error(report::one_line(report::diagnostic_json(diagnostic, session.report, session.language)) + '\n');
}

std::string with_diagnostics(std::string_view document, const Session& session) {
  Json json = Json::parse(document);
  json["diagnostics"] = report::diagnostics_json(session.report, session.language);
  return report::one_line(json) + '\n';
}

bool is_watched() { return isatty(STDERR_FILENO) == 1; }

void say_progress(std::string_view sentence) {
  if (is_watched()) to_standard_error(std::string(sentence) + '\n');
}

std::optional<std::filesystem::path> find_data(Session& session) {
  auto folder = find_data_folder(data_places(session.data));
  if (folder) return *std::move(folder);
  session.report.add(std::move(folder).error());
  return std::nullopt;
}

std::optional<Data> open_data(Session& session) {
  auto folder = find_data(session);
  if (!folder) return std::nullopt;
  auto fonts = font::FontCatalogue::load(*folder / "fonts", session.report);
  if (fonts) return Data{*std::move(folder), *std::move(fonts)};
  session.report.add(std::move(fonts).error());
  return std::nullopt;
}

bool write_to(const std::filesystem::path& target, std::string_view bytes, Session& session) {
  if (auto written = render::write_file(target, bytes); !written) {
    session.report.add(std::move(written).error());
    return false;
  }
  return true;
}

}  // namespace paiban::cli
