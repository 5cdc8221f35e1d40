#pragma once
// The commands, one file each.

#include <CLI/CLI.hpp>
#include <memory>
#include <string_view>
#include <vector>

#include "cli/session.hpp"

namespace paiban::cli {

/// One command with what its line asked for.
class Command {
 public:
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  virtual ~Command() = default;

  /// Does it. What is wrong is in the session's report and has been said.
  [[nodiscard]] virtual Exit run(Session& session) = 0;
};

/// A command and its place on the command line. The place writes into the command while it is read.
struct Offer {
  CLI::App* line = nullptr;
  std::unique_ptr<Command> command;
};

[[nodiscard]] Offer offer_render(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_lines(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_fit(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_check(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_makeup(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_preview(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_proof(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_edition(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_deliver(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_seal(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_new(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_archive(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_fonts(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_about(CLI::App& app, Session& session);
[[nodiscard]] Offer offer_diff(CLI::App& app, Session& session);

/// A command of this name, with its one-line description and an example of its use at the end of its help.
[[nodiscard]] CLI::App* add_command(CLI::App& app, const Session& session, std::string_view name, std::string_view description,
                                    std::string_view example);

/// Reads the command line, runs the command, says what is to be said.
[[nodiscard]] Exit run(int count, const char* const* words);

}  // namespace paiban::cli
