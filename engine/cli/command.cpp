#include "cli/command.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "base/message_table.hpp"

namespace paiban::cli {
namespace {

/// The help is in the language asked for, so --lang is looked for before the command line is read.
Language language_asked_for(std::span<const char* const> words) {
  constexpr std::string_view option = "--lang";
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::string_view word = words[i];
    if (word == option && i + 1 < words.size())
      word = words[i + 1];
    else if (word.starts_with("--lang="))
      word.remove_prefix(option.size() + 1);
    else
      continue;
    if (word == "zh") return Language::chinese;
    if (word == "en") return Language::english;
  }
  return language_of_environment();
}

void add_common_options(CLI::App& app, Session& session) {
  app.add_option("--data", session.data,
                 std::string(session.say("folder with templates/ and fonts/ (also: PAIBAN_DATA)",
                                         "含 templates/ 和 fonts/ 的文件夹（亦可用 PAIBAN_DATA）")))
      ->option_text(std::string(session.say("DIR", "文件夹")));
  const std::map<std::string, Language> languages{{"zh", Language::chinese}, {"en", Language::english}};
  app.add_option("--lang", session.language,
                 std::string(session.say("language of what is said: zh or en", "提示所用语言：zh 或 en")))
      ->transform(CLI::CheckedTransformer(languages))
      ->option_text("zh|en");
  app.set_help_flag("-h,--help", std::string(session.say("show this help", "显示本帮助")));
  app.set_version_flag("--version", "paiban " PAIBAN_VERSION, std::string(session.say("show the version", "显示版本")));
}

/// "render " where the trouble is with that command's line, else nothing: for the hint.
std::string command_in(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? std::string{} : chosen.front()->get_name() + ' ';
}

Exit refuse(const CLI::App& app, const CLI::ParseError& error, Session& session) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {  // --help, --version
    return static_cast<Exit>(app.exit(error));
  }
  session.report.add(Code::bad_command_line, {}, {error.what(), command_in(app)});
  print_diagnostics(session);
  return Exit::usage;
}

}  // namespace

CLI::App* add_command(CLI::App& app, const Session& session, std::string_view name, std::string_view description,
                      std::string_view example) {
  CLI::App* command = app.add_subcommand(std::string(name), std::string(description));
  command->footer(std::string(session.say("Example:", "示例：")) + "\n  " + std::string(example));
  command->set_help_flag("-h,--help", std::string(session.say("show this help", "显示本帮助")));
  return command;
}

Exit run(int count, const char* const* words) {
  Session session;
  session.language = language_asked_for({words, static_cast<std::size_t>(count)});
  CLI::App app{std::string(session.say("paiban: sets the issues of a newspaper", "paiban（排版）：报纸排版引擎")), "paiban"};
  app.footer(std::string(session.say("Example:", "示例：")) + "\n  paiban render issues/12184/issue.xml -o 12184.pdf");
  app.require_subcommand(1);
  app.fallthrough();  // --data and --lang may stand after the command too
  add_common_options(app, session);
  std::vector<Offer> offers;
  // clang-format off
  for (const auto offer : {
         offer_render,
         offer_lines,
         offer_fit,
         offer_check,
         offer_makeup,
         offer_preview,
         offer_proof,
         offer_archive,
         offer_edition,
         offer_deliver,
         offer_seal,
         offer_new,
         offer_fonts,
         offer_about,
         offer_diff,
       }) {
    // clang-format on
    offers.push_back(offer(app, session));
  }
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return refuse(app, error, session);
  }
  const auto asked = std::ranges::find_if(offers, [](const Offer& offer) { return offer.line->parsed(); });
  return asked->command->run(session);  // there is one: require_subcommand
}

}  // namespace paiban::cli
