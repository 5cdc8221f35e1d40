#pragma once
// Worker processes: requests go in, replies come out, whatever becomes of a worker.

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.hpp"

namespace paiban::archive {

/// Who works on the requests of one worker, in its process.
class Craftsman {
 public:
  Craftsman() = default;
  Craftsman(const Craftsman&) = delete;
  Craftsman& operator=(const Craftsman&) = delete;
  virtual ~Craftsman() = default;

  [[nodiscard]] virtual std::string reply_to(const std::string& request) = 0;
};
/// Makes one ready for his first request, in his process.
using Workshop = std::function<std::unique_ptr<Craftsman>()>;

/// What became of a request: its reply, or why there is none.
struct Reply {
  std::optional<std::string> text;
  std::string death;  ///< "SIGSEGV (Segmentation fault)"
};

/// `most` processes at most, made by fork when there is work for them: whoever calls has one thread, and has touched nothing
/// that does not outlive a fork. A worker that dies is replaced. One whose memory has grown beyond `most_memory` bytes ends
/// after its reply and is replaced, so that one huge issue does not hold its memory for the rest of the run.
class WorkerPool {
 public:
  WorkerPool(std::size_t most, std::size_t most_memory, Workshop workshop);
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  ~WorkerPool();  ///< ends them at once

  struct Watch {
    std::function<bool(std::size_t request, Reply reply)> replied;  ///< false: hand out no more; those at work may end theirs
    std::function<void()> waited;                                   ///< now and then
    int stop = -1;                                                  ///< readable: end at once
  };
  enum class End : std::uint8_t {
    done,
    broken_off,  ///< `replied` wanted no more, or no process can be made
    stopped,
  };
  /// Hands out `requests` in their order. Replies come in any.
  [[nodiscard]] End run(std::span<const std::string> requests, const Watch& watch);

 private:
  struct Worker {
    pid_t process = -1;
    Descriptor talk;
    std::optional<std::size_t> request;
    std::string heard;  // of a reply that has not come whole
  };

  void hand_out(std::span<const std::string> requests, std::size_t& next);
  [[nodiscard]] bool start(Worker& worker);
  void listen(Worker& worker, const Watch& watch, bool& goes_on);
  void take_replies(Worker& worker, const Watch& watch, bool& goes_on);
  void bury(Worker& worker, const Watch& watch, bool& goes_on);

  std::size_t most_memory_;
  Workshop workshop_;
  std::vector<Worker> workers_;
};

}  // namespace paiban::archive
