// paiban fonts: the faces by role, and whether they are the ones the catalogue means.

#include <fmt/format.h>

#include "cli/command.hpp"

namespace paiban::cli {
namespace {

/// One line a face: role, place in the role's chain, face, licence, SHA-256, file.
std::string table_of(const font::FontCatalogue& fonts) {
  std::string table;
  for (const font::RoleEntry& role : fonts.roles()) {
    int place = 0;
    for (const font::FontId id : role.chain) {
      const font::FaceEntry& face = fonts.faces()[id];
      table +=
          fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", role.role, ++place, face.id, face.licence, face.sha256, face.file.string());
    }
  }
  return table;
}

class Fonts final : public Command {
 public:
  bool check = false;

  Exit run(Session& session) override {
    if (const auto data = open_data(session)) {
      const bool sound = !check || data->fonts.verify(session.report);
      const bool written = write_to("-", table_of(data->fonts), session);
      if (check && sound && written) say_progress(session.say("every face is as the catalogue says", "所有字体均与目录一致"));
    }
    print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }
};

}  // namespace

Offer offer_fonts(CLI::App& app, Session& session) {
  auto fonts = std::make_unique<Fonts>();
  CLI::App* line = add_command(
      app, session, "fonts",
      session.say("lists the faces by role, with licence, SHA-256 and file", "按用途列出字体及其许可、SHA-256 和文件"),
      "paiban fonts --check");
  line->add_flag("--check", fonts->check,
                 std::string(session.say("compare every file with its sum", "逐一核对字体文件的校验和")));
  return {line, std::move(fonts)};
}

}  // namespace paiban::cli
