// paiban diff: what differs between two printings of an issue, or between two archives.

#include <map>
#include <utility>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "cli/command.hpp"
#include "compare/words.hpp"
#include "engine.hpp"

namespace paiban::cli {
namespace {

/// Traces are long: an issue of 96 pages has 60 MB of it.
constexpr std::size_t most_bytes_of_trace = std::size_t{1} << 30U;

struct DiffWish {
  std::string was, now;
  bool json = false;
};

bool looks_like_a_trace(const std::filesystem::path& file) { return file.extension() == ".json" || file.extension() == ".trace"; }

Result<compare::Printed> read_trace(const std::string& file) {
  const auto bytes = read_whole(file, most_bytes_of_trace);
  if (!bytes) return tl::unexpected(Diagnostic{Code::cannot_read, {}, {file, bytes.error()}, {}, {}});
  return compare::read_trace(*bytes, file);
}

/// The issue set with the faces and templates of this program; what is wrong with it goes to the session.
Result<compare::Printed> set_issue(const std::string& file, const Data& data, Session& session) {
  const Request request{file, data.folder, {}, session.language, document::StandIns::shown};
  auto edition = typeset(request, data.fonts, session.report);
  if (!edition) return tl::unexpected(std::move(edition).error());
  return compare::printed_of(*edition);
}

class Diff final : public Command {
 public:
  DiffWish wish;

  Exit run(Session& session) override {
    std::error_code ignored;  // what cannot be looked at is no folder, and is said when it is read
    if (std::filesystem::is_directory(wish.was, ignored)) return archives(session);
    const auto was = printed(wish.was, session), now = was ? printed(wish.now, session) : was;
    if (was && now) return tell(compare::compare(*was, *now), session);
    print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }

 private:
  /// Nothing after what is wrong has been reported.
  std::optional<compare::Printed> printed(const std::string& file, Session& session) {
    if (!looks_like_a_trace(file) && !data_) data_ = open_data(session);
    if (!looks_like_a_trace(file) && !data_) return std::nullopt;
    auto read = looks_like_a_trace(file) ? read_trace(file) : set_issue(file, *data_, session);
    if (read) return *std::move(read);
    session.report.add(std::move(read).error());
    return std::nullopt;
  }

  [[nodiscard]] Exit archives(Session& session) const {
    bool written = true;
    const auto say = [&written, &session](const std::string& text) { written = written && write_to("-", text, session); };
    const auto count = compare::compare_archives(wish.was, wish.now, [&](const compare::ArchivePage& page) {
      say(wish.json ? compare::archive_page_json(page) : compare::archive_page_text(page, session.language));
    });
    if (!count) session.report.add(count.error());
    if (count)
      say(wish.json ? compare::archive_count_json(*count)
                    : compare::count_words(count->pages, count->moved, count->reworded, session.language) + '\n');
    print_diagnostics(session);
    if (!count || !written) return exit_of(session.report, session.strict);
    return count->changed == 0 ? Exit::fine : Exit::content;
  }

  [[nodiscard]] Exit tell(const compare::Difference& difference, Session& session) const {
    const std::string text =
        wish.json ? compare::difference_json(difference) : compare::difference_text(difference, session.language);
    if (write_to("-", text, session)) return difference.any() ? Exit::content : Exit::fine;
    print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }

  std::optional<Data> data_;
};

}  // namespace

Offer offer_diff(CLI::App& app, Session& session) {
  auto diff = std::make_unique<Diff>();
  DiffWish& wish = diff->wish;
  CLI::App* line = add_command(
      app, session, "diff",
      session.say(
          "what changed between two versions of an issue: words to tick off, lines that moved; ends with 1 if anything did",
          "比较同一期的两个版本：逐条列出改动供核红，指出移动的行；有不同则以 1 结束"),
      "paiban diff yesterday/issue.xml issue.xml\n  paiban diff archive-0.1 archive-0.2");
  const auto name = [&session](std::string_view english, std::string_view chinese) {
    return std::string(session.say(english, chinese));
  };
  line->add_option("OLD", wish.was,
                   name("an issue (XML), its trace (JSON), or a folder of bags", "期刊 XML，或其 trace（JSON），或归档文件夹"))
      ->required()
      ->option_text(" ");
  line->add_option("NEW", wish.now, name("what it has become", "改后的同类文件"))->required()->option_text(" ");
  line->add_flag("--json", wish.json, name("as JSON", "以 JSON 输出"));
  return {line, std::move(diff)};
}

}  // namespace paiban::cli
