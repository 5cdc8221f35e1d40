#include "archive/worker_pool.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <exception>
#include <utility>

namespace paiban::archive {
namespace {

// A message: its kind, its length, its bytes.
enum class Kind : char {
  more,   ///< a reply, or a request
  last,   ///< a reply; the worker has ended after it
  fault,  ///< what a library threw while the request was worked on; the worker has ended after it
};
struct Head {
  Kind kind{};
  std::uint32_t length = 0;
};
constexpr std::size_t head_bytes = sizeof(Kind) + sizeof(std::uint32_t);
constexpr int tick = 250;  // milliseconds between two looks at the clock, by whoever shows progress

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool send_message(int socket, Kind kind, std::string_view text) {
  std::string bytes(head_bytes, '\0');
  const auto length = static_cast<std::uint32_t>(text.size());
  bytes[0] = static_cast<char>(kind);
  std::memcpy(&bytes[sizeof kind], &length, sizeof length);
  bytes += text;
  return send_all(socket, bytes);
}

std::optional<Head> head_of(std::string_view bytes) {
  if (bytes.size() < head_bytes) return std::nullopt;
  Head head{static_cast<Kind>(bytes[0])};
  std::memcpy(&head.length, &bytes[sizeof(Kind)], sizeof head.length);
  return head;
}

/// More bytes onto `heard`: how many; 0 at the end, or where the other side is gone.
std::size_t hear(int socket, std::string& heard) {
  std::array<char, 65'536> bytes{};
  ssize_t count = -1;
  do count = ::recv(socket, bytes.data(), bytes.size(), 0);
  while (count < 0 && errno == EINTR);
  if (count <= 0) return 0;
  heard.append(bytes.data(), static_cast<std::size_t>(count));
  return static_cast<std::size_t>(count);
}

/// The next message of `heard`, once it has come whole.
std::optional<std::pair<Kind, std::string>> next_message(std::string& heard) {
  const auto head = head_of(heard);
  if (!head || heard.size() < head_bytes + head->length) return std::nullopt;
  std::pair message(head->kind, heard.substr(head_bytes, head->length));
  heard.erase(0, head_bytes + head->length);
  return message;
}

/// What this process holds in memory for itself: without the faces, which all workers share.
std::size_t private_memory() {
  std::array<char, 256> text{};
  const Descriptor file(::open("/proc/self/statm", O_RDONLY | O_CLOEXEC));  // its size is 0: no work for read_whole
  if (!file.is_open() || ::read(file.number(), text.data(), text.size() - 1) <= 0) return 0;
  std::array<std::size_t, 3> pages{};  // all, resident, shared
  const char* at = text.data();
  for (std::size_t& count : pages) {
    at = std::from_chars(at, text.end(), count).ptr;
    if (*at == ' ') ++at;
  }
  return (pages[1] - pages[2]) * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// A worker's life. It ends with the run, however that ends: a signal for the run is none for it.
[[noreturn]] void work(int talk, pid_t run, std::size_t most_memory, const Workshop& workshop) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != run) ::_exit(0);
  Kind kind = Kind::more;
  try {
    const std::unique_ptr<Craftsman> craftsman = workshop();
    std::string heard;
    while (kind == Kind::more) {
      const auto request = next_message(heard);
      if (!request) {
        if (hear(talk, heard) == 0) break;
        continue;
      }
      const std::string reply = craftsman->reply_to(request->second);
      if (private_memory() > most_memory) kind = Kind::last;
      if (!send_message(talk, kind, reply)) break;
    }
  } catch (const std::exception& fault) {
    send_message(talk, Kind::fault, fault.what());
  } catch (...) {
    send_message(talk, Kind::fault, "?");
  }
  ::_exit(0);  // nothing of the run's own, which this process holds a copy of, is to be tidied up twice
}

std::string death_of(int status) {
  if (!WIFSIGNALED(status)) return fmt::format("exit {}", WEXITSTATUS(status));
  const char* name = ::sigabbrev_np(WTERMSIG(status));
  const char* words = ::sigdescr_np(WTERMSIG(status));
  return fmt::format("SIG{} ({})", name == nullptr ? "?" : name, words == nullptr ? "?" : words);
}

}  // namespace

WorkerPool::WorkerPool(std::size_t most, std::size_t most_memory, Workshop workshop)
    : most_memory_(most_memory), workshop_(std::move(workshop)), workers_(most) {}

WorkerPool::~WorkerPool() {
  for (const Worker& worker : workers_)
    if (worker.process > 0) ::kill(worker.process, SIGKILL);
  for (const Worker& worker : workers_)
    if (worker.process > 0) ::waitpid(worker.process, nullptr, 0);
}

bool WorkerPool::start(Worker& worker) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
  Descriptor ours(ends[0]), theirs(ends[1]);
  const pid_t run = ::getpid();
  const pid_t process = ::fork();
  if (process < 0) return false;
  if (process == 0) {
    // The other workers' ends: who holds them keeps a dead run's workers waiting.
    for (Worker& other : workers_) static_cast<void>(other.talk.close());
    static_cast<void>(ours.close());
    work(theirs.number(), run, most_memory_, workshop_);
  }
  worker.process = process;
  worker.talk = std::move(ours);
  worker.request.reset();
  worker.heard.clear();
  return true;
}

void WorkerPool::hand_out(std::span<const std::string> requests, std::size_t& next) {
  for (Worker& worker : workers_) {
    if (next == requests.size()) return;
    if (worker.request || (worker.process < 0 && !start(worker))) continue;
    worker.request = next;
    // Where it cannot be sent the worker is dead, and its end is heard of.
    static_cast<void>(send_message(worker.talk.number(), Kind::more, requests[next++]));
  }
}

/// It has ended, or is dead: what it had in hand is told of.
void WorkerPool::bury(Worker& worker, const Watch& watch, bool& goes_on) {
  int status = 0;
  ::kill(worker.process, SIGKILL);  // one that closed its end and lives on is of no use either
  ::waitpid(worker.process, &status, 0);
  worker.process = -1;
  worker.talk = Descriptor();
  if (worker.request) goes_on = watch.replied(*worker.request, {std::nullopt, death_of(status)}) && goes_on;
  worker.request.reset();
}

void WorkerPool::take_replies(Worker& worker, const Watch& watch, bool& goes_on) {
  while (auto message = next_message(worker.heard)) {
    if (!worker.request) continue;
    const std::size_t request = *std::exchange(worker.request, std::nullopt);
    Reply reply;
    if (message->first == Kind::fault)
      reply.death = std::move(message->second);
    else
      reply.text = std::move(message->second);
    goes_on = watch.replied(request, std::move(reply)) && goes_on;
    if (message->first != Kind::more) return bury(worker, watch, goes_on);
  }
}

void WorkerPool::listen(Worker& worker, const Watch& watch, bool& goes_on) {
  if (hear(worker.talk.number(), worker.heard) == 0) return bury(worker, watch, goes_on);
  take_replies(worker, watch, goes_on);
}

WorkerPool::End WorkerPool::run(std::span<const std::string> requests, const Watch& watch) {
  bool goes_on = true;
  std::size_t next = 0;
  while (true) {
    if (goes_on) hand_out(requests, next);
    std::vector<pollfd> watched{{watch.stop, POLLIN, 0}};
    for (const Worker& worker : workers_) watched.push_back({worker.request ? worker.talk.number() : -1, POLLIN, 0});
    if (std::ranges::none_of(workers_, [](const Worker& worker) { return worker.request.has_value(); })) break;
    static_cast<void>(::poll(watched.data(), watched.size(), tick));
    if (watched.front().revents != 0) return End::stopped;
    for (std::size_t i = 0; i < workers_.size(); ++i)
      if (watched[i + 1].revents != 0) listen(workers_[i], watch, goes_on);
    watch.waited();
  }
  return next == requests.size() && goes_on ? End::done : End::broken_off;
}

}  // namespace paiban::archive
