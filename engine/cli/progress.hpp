#pragma once
// How far a long run is, on a terminal: what is done, how fast, how long it will take.

#include <chrono>
#include <string>

#include "archive/run.hpp"
#include "cli/session.hpp"

namespace paiban::cli {

/// One line, written over itself. Nothing at all where nobody is watching.
class ProgressLine {
 public:
  explicit ProgressLine(const Session& session);

  void show(const archive::Progress& progress);
  /// Makes room for other words; the next show() writes the line again.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] std::string line(const archive::Progress& progress, long milliseconds) const;

  const Session& session_;
  bool watched_, shown_ = false;
  archive::Progress::Step step_ = archive::Progress::Step::reading;
  Clock::time_point began_, last_;
};

}  // namespace paiban::cli
