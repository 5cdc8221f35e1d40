// paiban check: sets the issue and says what is wrong with it and with its make-up, writing nothing.

#include <utility>

#include "cli/issue_wish.hpp"
#include "taboo/find_taboos.hpp"

namespace paiban::cli {
namespace {

class Check final : public Command {
 public:
  IssueWish wish;
  bool json = false;

  Exit run(Session& session) override {
    const auto issue = set_issue(wish, session);
    if (issue)
      for (const page::ComposedPage& page : issue->edition.pages)
        taboo::report_taboos(issue->edition.plan, issue->edition.texts, page, session.report);
    if (issue && !session.report.any_error() && !session.report.any_warning()) {
      say_progress(session.say("nothing to complain of", "未发现问题"));
    }
    const bool written = json && write_to("-", with_diagnostics("{}", session), session);
    if (!written) print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }
};

}  // namespace

Offer offer_check(CLI::App& app, Session& session) {
  auto check = std::make_unique<Check>();
  CLI::App* line = add_command(app, session, "check", session.say("says what is wrong with an issue", "检查期刊内容"),
                               "paiban check issues/12184/issue.xml --strict");
  add_issue_options(*line, check->wish, session);
  line->add_flag("--json", check->json,
                 std::string(session.say("the diagnostics as JSON on standard output", "以 JSON 输出诊断")));
  return {line, std::move(check)};
}

}  // namespace paiban::cli
