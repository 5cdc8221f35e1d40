#include "cli/progress.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace paiban::cli {
namespace {

constexpr auto between_two_lines = std::chrono::milliseconds(200);
constexpr long too_early_to_tell = 2'000;  // milliseconds; the first issues of a process are slow

/// "2:07:30", "7:30".
std::string duration(long seconds) {
  constexpr long minute = 60, hour = 3'600;
  if (seconds < hour) return fmt::format("{}:{:02}", seconds / minute, seconds % minute);
  return fmt::format("{}:{:02}:{:02}", seconds / hour, seconds % hour / minute, seconds % minute);
}

void to_terminal(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

ProgressLine::ProgressLine(const Session& session) : session_(session), watched_(is_watched()), began_(Clock::now()) {}

std::string ProgressLine::line(const archive::Progress& progress, long milliseconds) const {
  if (progress.step == archive::Progress::Step::reading)
    return fmt::format("{} {}/{}", session_.say("reading", "读取"), progress.done, progress.all);
  std::string text = fmt::format("{}/{} {}, {} {}", progress.done, progress.all, session_.say("issues", "期"), progress.bad,
                                 session_.say("bad", "期有误"));
  if (milliseconds < too_early_to_tell || progress.done == 0) return text;
  const auto done = static_cast<long>(progress.done), left = static_cast<long>(progress.all - progress.done);
  text += fmt::format(", {} {}", static_cast<long>(progress.pages) * 1'000 / milliseconds, session_.say("pages/s", "版/秒"));
  return text + fmt::format(", {} {}", duration(left * milliseconds / done / 1'000), session_.say("left", "剩余"));
}

void ProgressLine::show(const archive::Progress& progress) {
  if (!watched_) return;
  const Clock::time_point now = Clock::now();
  if (progress.step != step_) began_ = now;
  if (shown_ && progress.step == step_ && now - last_ < between_two_lines) return;
  step_ = progress.step;
  last_ = now;
  shown_ = true;
  const long since = std::chrono::duration_cast<std::chrono::milliseconds>(now - began_).count();
  to_terminal("\r\x1b[K" + line(progress, since));
}

void ProgressLine::clear() {
  if (shown_) to_terminal("\r\x1b[K");
  shown_ = false;
}

}  // namespace paiban::cli
