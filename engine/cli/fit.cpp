// paiban fit: how every story fits its legs, and what would make it fit.

#include <utility>

#include "cli/issue_wish.hpp"
#include "report/fit.hpp"

namespace paiban::cli {
namespace {

class FitReport final : public Command {
 public:
  IssueWish wish;
  bool json = false;

  Exit run(Session& session) override {
    const auto issue = set_issue(wish, session);
    const bool written = write_to("-", text_of(issue, session), session);
    if (!json || !written) print_diagnostics(session);  // the JSON holds them
    return exit_of(session.report, session.strict);
  }

 private:
  [[nodiscard]] std::string text_of(const std::optional<SetIssue>& issue, const Session& session) const {
    if (json) return with_diagnostics(issue ? report::fit_json(issue->edition, session.language) : R"({"pages": []})", session);
    return issue ? report::fit_text(issue->edition, session.language) : std::string{};
  }
};

}  // namespace

Offer offer_fit(CLI::App& app, Session& session) {
  auto fit = std::make_unique<FitReport>();
  CLI::App* line =
      add_command(app, session, "fit",
                  session.say("how every story fits its legs, and the cheapest cures", "各稿件与版位的吻合情况及最省的调整办法"),
                  "paiban fit issues/12184/issue.xml --json");
  add_issue_options(*line, fit->wish, session);
  line->add_flag("--json", fit->json, std::string(session.say("the report as JSON", "以 JSON 输出")));
  return {line, std::move(fit)};
}

}  // namespace paiban::cli
