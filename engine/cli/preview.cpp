// paiban preview: shows the issue in a browser while it is being written.

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "base/message_table.hpp"
#include "cli/issue_wish.hpp"
#include "cli/preview_token.hpp"
#include "preview/server.hpp"
#include "preview/watch.hpp"

namespace paiban::cli {
namespace {

constexpr int usual_port = 8470;
constexpr int most_port = 65'535;

/// SIGINT and SIGTERM as something to read from; threads that are made later do not get them either.
class StopSignals {
 public:
  StopSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigprocmask(SIG_BLOCK, &set, nullptr);
    descriptor_ = ::signalfd(-1, &set, SFD_CLOEXEC);
  }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  ~StopSignals() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

/// Sets the issue anew after each save, until the program is told to end.
void follow_saves(preview::Server& server, preview::Desk& desk, preview::Watch& watch, const StopSignals& signals) {
  std::array<pollfd, 2> waiting{{{watch.descriptor(), POLLIN, 0}, {signals.descriptor(), POLLIN, 0}}};
  for (;;) {
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
    if ((waiting[1].revents & POLLIN) != 0) return;
    if ((waiting[0].revents & POLLIN) == 0 || !watch.saved()) continue;
    server.change([](preview::Desk& changed) { changed.read(); });
    watch.follow(desk.files());
  }
}

class Preview final : public Command {
 public:
  IssueWish wish;
  int port = usual_port;

  Exit run(Session& session) override {
    serve(session);
    print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }

 private:
  void serve(Session& session) {
    auto data = open_data(session);
    if (!data) return;
    const StopSignals signals;
    preview::Watch watch;
    if (watch.descriptor() < 0) return session.report.add(Code::cannot_watch, {}, {std::strerror(errno)});
    preview::Desk desk({wish.issue, data->folder, wish.template_id, session.language, document::StandIns::shown},
                       std::move(data->fonts));
    watch.follow(desk.files());
    desk.read();
    watch.follow(desk.files());
    preview::Server server(desk, preview_token(), session.language);
    if (auto started = server.start(port); !started) return session.report.add(std::move(started).error());
    std::printf("%s\n", server.url().c_str());
    std::fflush(stdout);
    say_progress(session.say("open this address in a browser; Ctrl-C ends", "请在浏览器中打开此地址；按 Ctrl-C 结束"));
    follow_saves(server, desk, watch, signals);
    server.stop();
  }
};

}  // namespace

Offer offer_preview(CLI::App& app, Session& session) {
  auto preview = std::make_unique<Preview>();
  CLI::App* line =
      add_command(app, session, "preview",
                  session.say("shows an issue in a browser while it is being written", "边写边看：在浏览器中显示版面"),
                  "paiban preview issues/12184/issue.xml\n  paiban preview issue.xml --port 0");
  add_issue_options(*line, preview->wish, session);
  line->add_option("--port", preview->port,
                   std::string(session.say("port of the loopback address; 0 is any that is free; default 8470",
                                           "本机端口；0 为任一空闲端口；默认 8470")))
      ->check(CLI::Range(0, most_port))
      ->option_text("N");
  return {line, std::move(preview)};
}

}  // namespace paiban::cli
