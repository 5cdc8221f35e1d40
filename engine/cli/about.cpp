// paiban about: what this program is made of.

#include "report/about.hpp"
#include "cli/command.hpp"

namespace paiban::cli {
namespace {

class About final : public Command {
 public:
  bool json = false;

  Exit run(Session& session) override {
    const BuildRecord record = build_record();
    static_cast<void>(write_to("-", json ? report::about_json(record) : report::about_text(record), session));
    print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }
};

}  // namespace

Offer offer_about(CLI::App& app, Session& session) {
  auto about = std::make_unique<About>();
  CLI::App* line = add_command(
      app, session, "about",
      session.say("what this program is made of: sources, compiler, libraries", "本程序的构成：源代码、编译器、所用库"),
      "paiban about --json");
  line->add_flag("--json", about->json, std::string(session.say("as JSON", "以 JSON 输出")));
  return {line, std::move(about)};
}

}  // namespace paiban::cli
