#pragma once
// SIGINT, SIGTERM and SIGHUP, taken in turn with all else that a run waits for.

#include <optional>

#include "base/descriptor.hpp"

namespace paiban::archive {

/// As long as it lives the first such signal waits to be taken. Processes made meanwhile take none: they end with the run.
class StopSignals {
 public:
  StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  ~StopSignals();

  [[nodiscard]] int descriptor() const { return taken_.number(); }  ///< readable once one has come
  /// The one that has come. From here on another ends the process at once.
  [[nodiscard]] std::optional<int> take();

  /// "SIGTERM".
  [[nodiscard]] static const char* name_of(int signal);
  /// Ends the process as `signal` would have, so that whoever started it sees what ended it.
  [[noreturn]] static void end_by(int signal);

 private:
  Descriptor taken_;
};

}  // namespace paiban::archive
