#include "base/diagnostic.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/message_table.hpp"

namespace paiban {
namespace {

const MessageRow& row_of(Code code) {
  const auto* row = std::find_if(messages.begin(), messages.end(), [code](const MessageRow& r) { return r.code == code; });
  return *row;  // every Code has its row: a static_assert in message_table.hpp
}

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments) store.push_back(argument);
  return fmt::vformat(pattern, store);
}

}  // namespace

std::string_view code_name(Code code) { return row_of(code).name; }
Gravity gravity_of(Code code) { return row_of(code).gravity; }

std::string message_of(const Diagnostic& d, Language language) {
  const MessageRow& row = row_of(d.code);
  return fill(language == Language::chinese ? row.sentence_zh : row.sentence_en, d.arguments);
}

std::string hint_of(const Diagnostic& d, Language language) {
  const MessageRow& row = row_of(d.code);
  return fill(language == Language::chinese ? row.hint_zh : row.hint_en, d.arguments);
}

FileId Report::file(std::string_view path) {
  const auto found = std::find(files_.begin(), files_.end(), path);
  const auto index = static_cast<std::size_t>(found - files_.begin());
  if (found == files_.end()) files_.emplace_back(path);
  return static_cast<FileId>(index + 1);
}

std::string_view Report::path(FileId id) const { return id == 0 ? std::string_view{} : files_[id - 1U]; }

void Report::add(Diagnostic diagnostic) {
  const Gravity gravity = gravity_of(diagnostic.code);
  worst_ = std::max(worst_, gravity);
  any_warning_ = any_warning_ || gravity == Gravity::warning;
  if (diagnostics_.size() < most_kept) {
    diagnostics_.push_back(std::move(diagnostic));
    return;
  }
  ++dropped_;
  if (gravity == Gravity::warning) return;
  // A page of warnings must not hide an error that comes after them: the last warning makes room.
  const auto warning = std::find_if(diagnostics_.rbegin(), diagnostics_.rend(),
                                    [](const Diagnostic& kept) { return gravity_of(kept.code) == Gravity::warning; });
  if (warning == diagnostics_.rend()) return;
  diagnostics_.erase(std::next(warning).base());
  diagnostics_.push_back(std::move(diagnostic));
}

std::string Report::text(const Diagnostic& d, Language language) const {
  std::string out;
  if (d.at.file != 0) {
    out += path(d.at.file);
    if (d.at.line != 0) out += fmt::format(":{}:{}", d.at.line, d.at.column);
    out += ": ";
  }
  // "error" and "hint" stay as they are in either language: editors and scripts find places by this shape.
  const bool warning = gravity_of(d.code) == Gravity::warning;
  out += fmt::format("{} {}: {}", warning ? "warning" : "error", code_name(d.code), message_of(d, language));
  if (!d.place.empty()) out += language == Language::chinese ? "（" + d.place + "）" : " (" + d.place + ")";
  out += '\n';
  if (const std::string hint = hint_of(d, language); !hint.empty()) out += fmt::format("  hint: {}\n", hint);
  return out;
}

}  // namespace paiban
