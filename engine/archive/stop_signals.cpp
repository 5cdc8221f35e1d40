#include "archive/stop_signals.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace paiban::archive {
namespace {

sigset_t signals() {
  sigset_t set;
  ::sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&set, signal);
  return set;
}

}  // namespace

StopSignals::StopSignals() {
  const sigset_t set = signals();
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
  taken_ = Descriptor(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
}

StopSignals::~StopSignals() {
  const sigset_t set = signals();
  ::sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

std::optional<int> StopSignals::take() {
  signalfd_siginfo info{};
  if (::read(taken_.number(), &info, sizeof info) != static_cast<ssize_t>(sizeof info)) return std::nullopt;
  const sigset_t set = signals();
  ::sigprocmask(SIG_UNBLOCK, &set, nullptr);
  return static_cast<int>(info.ssi_signo);
}

const char* StopSignals::name_of(int signal) { return signal == SIGINT ? "SIGINT" : signal == SIGTERM ? "SIGTERM" : "SIGHUP"; }

void StopSignals::end_by(int signal) {
  const sigset_t set = signals();
  ::sigprocmask(SIG_UNBLOCK, &set, nullptr);
  ::signal(signal, SIG_DFL);
  ::raise(signal);
  constexpr int ended_by_signal = 128;  // as shells have it; not reached
  ::_exit(ended_by_signal + signal);
}

}  // namespace paiban::archive
