#pragma once
// The run over an archive, as its parent process conducts it.

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "archive/job_list.hpp"
#include "archive/recipe.hpp"
#include "archive/stop_signals.hpp"
#include "archive/wish.hpp"
#include "base/diagnostic.hpp"
#include "font/font_catalogue.hpp"

namespace paiban::archive {

/// How far a run is.
struct Progress {
  enum class Step : std::uint8_t { reading, making };
  Step step = Step::reading;
  std::size_t done = 0, all = 0;  ///< issues of this step
  std::size_t made = 0, kept = 0, bad = 0;
  std::size_t pages = 0;  ///< of those made
};

struct RunSettings {
  std::size_t jobs = 1;  ///< worker processes
  Shard shard;
};

/// Who is told: every issue's troubles in the order of their paths, whatever the order of the workers; and now and then, how far
/// it is.
struct Listener {
  std::function<void(std::string_view text)> said;
  std::function<void(const Progress& progress)> waited;
};

struct RunEnd {
  Progress progress;
  bool output_failed = false, worker_died = false;
  std::optional<int> signal;  ///< by which it was stopped
};

/// Makes `jobs`, which are by path, and writes the manifest; the caller has one thread and has drawn nothing. What goes wrong
/// with the run itself is in `report`: cannot_write, run_stopped. After either nothing is half done, and there is no new
/// manifest.
[[nodiscard]] RunEnd run(const std::vector<Job>& jobs, const RunWish& wish, const RunSettings& settings,
                         const font::FontCatalogue& fonts, const DataSums& data, StopSignals& signals, const Listener& listener,
                         Report& report);

}  // namespace paiban::archive
