// paiban edition: the digital edition (数字报), a folder that any browser opens.

#include <fmt/format.h>

#include <utility>

#include "cli/issue_wish.hpp"
#include "digital/digital_edition.hpp"
#include "finished_pdf.hpp"
#include "render/context.hpp"
#include "render/output_folder.hpp"

namespace paiban::cli {
namespace {

/// What the first line of the folder's list says; an older edition is known by it.
constexpr std::string_view maker = "paiban edition";

class DigitalEdition final : public Command {
 public:
  IssueWish wish;
  std::string folder, others;
  const CLI::Option* language = nullptr;  ///< --lang: whether it was given

  Exit run(Session& session) override {
    auto issue = set_issue(wish, session);
    if (issue && still_makes_a_page(session.report, wish.profile)) write(*issue, session);
    print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }

 private:
  void write(SetIssue& issue, Session& session) const {
    digital::EditionWish edition_wish;
    // Readers of the paper read Chinese, whatever the machine speaks: the environment may not reach an output.
    if (language->count() != 0) edition_wish.language = session.language;
    edition_wish.others = others;
    render::RenderContext context(issue.data.fonts, std::move(issue.edition.pictures));
    show_inks(issue.data.folder, {}, context);
    const auto files = digital::digital_edition(issue.edition, edition_wish, context);
    if (!files) return session.report.add(files.error());
    std::vector<render::FolderFile> written;
    for (const digital::EditionFile& file : *files) written.push_back({file.path, file.bytes});
    if (auto done = render::write_folder(folder, written, maker); !done) return session.report.add(std::move(done).error());
    say_progress(
        fmt::format("{} {}", session.say("written:", "已写出："), (std::filesystem::path(folder) / "index.html").string()));
  }
};

}  // namespace

Offer offer_edition(CLI::App& app, Session& session) {
  auto edition = std::make_unique<DigitalEdition>();
  edition->wish.profile = Profile::archive;  // nothing unfinished is published, unless somebody says so
  CLI::App* line = add_command(app, session, "edition", session.say("makes the digital edition of an issue", "生成数字报"),
                               "paiban edition issues/12184/issue.xml -o 12184");
  add_issue_options(*line, edition->wish, session);
  edition->language = app.get_option("--lang");
  line->add_option("-o", edition->folder,
                   std::string(session.say("folder to write; an older edition there is replaced as a whole",
                                           "写入的文件夹；其中旧的数字报整体替换")))
      ->required()
      ->option_text("DIR");
  line->add_option(
          "--others", edition->others,
          std::string(session.say("where the editions of other issues are, from DIR, for corrections to link to: ../{issue}",
                                  "其他各期数字报相对于本文件夹的位置，供更正链接：../{issue}")))
      ->option_text("PATTERN");
  return {line, std::move(edition)};
}

}  // namespace paiban::cli
