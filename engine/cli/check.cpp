// paiban check: sets the issue and says what is wrong with it and with its make-up, writing nothing. Of a PDF: its preflight.

#include <utility>

#include "cli/check_pdf.hpp"
#include "cli/issue_wish.hpp"
#include "taboo/find_taboos.hpp"

namespace paiban::cli {
namespace {

class Check final : public Command {
 public:
  IssueWish wish;
  PdfCheckWish pdf;
  CLI::App* line = nullptr;
  bool json = false;

  Exit run(Session& session) override {
    if (const auto bytes = read_pdf(wish.issue))
      check_pdf(wish.issue, *bytes, pdf, line->count("--profile") == 0 ? std::nullopt : std::optional(wish.profile), session);
    else
      check_issue(session);
    if (!session.report.any_error() && !session.report.any_warning())
      say_progress(session.say("nothing to complain of", "未发现问题"));
    const bool written = json && write_to("-", with_diagnostics("{}", session), session);
    if (!written) print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }

 private:
  void check_issue(Session& session) const {
    const auto issue = set_issue(wish, session);
    if (!issue) return;
    for (const page::ComposedPage& page : issue->edition.pages)
      taboo::report_taboos(issue->edition.plan, issue->edition.texts, page, session.report);
  }
};

}  // namespace

Offer offer_check(CLI::App& app, Session& session) {
  auto check = std::make_unique<Check>();
  CLI::App* line =
      add_command(app, session, "check", session.say("says what is wrong with an issue, or with a PDF", "检查期刊或 PDF"),
                  "paiban check issues/12184/issue.xml --strict\n  paiban check press.pdf --profile press --json");
  check->line = line;
  add_issue_options(*line, check->wish, session);
  add_pdf_check_options(*line, check->pdf, session);
  line->add_flag("--json", check->json,
                 std::string(session.say("the diagnostics as JSON on standard output", "以 JSON 输出诊断")));
  return {line, std::move(check)};
}

}  // namespace paiban::cli
