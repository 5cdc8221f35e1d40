#include "archive/worker_pool.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <stdexcept>

namespace paiban::archive {
namespace {

/// Says back what it is told, with its process; or ends as it is told.
class Echo final : public Craftsman {
 public:
  std::string reply_to(const std::string& request) override {
    if (request == "die") ::raise(SIGKILL);
    if (request == "leave") ::_exit(7);
    if (request == "fault") throw std::length_error("too long");
    if (request == "long") return std::string(3'000'000, 'x');
    if (request == "grow") held_.assign(std::size_t{64} << 20U, 'x');
    return request + ' ' + std::to_string(::getpid());
  }

 private:
  std::string held_;
};

constexpr std::size_t plenty = std::size_t{1} << 30U;

struct Heard {
  WorkerPool::End end{};
  std::map<std::size_t, Reply> replies;
};

Heard ask(const std::vector<std::string>& requests, std::size_t workers, std::size_t memory = plenty,
          std::size_t wanted = 1'000) {
  Heard heard;
  WorkerPool pool(workers, memory, [] { return std::make_unique<Echo>(); });
  const auto replied = [&](std::size_t request, Reply reply) {
    heard.replies.emplace(request, std::move(reply));
    return heard.replies.size() < wanted;
  };
  heard.end = pool.run(requests, {replied, [] {}, -1});
  return heard;
}

TEST(WorkerPool, EveryRequestHasItsReply) {
  std::vector<std::string> requests;
  for (int i = 0; i < 100; ++i) requests.push_back(std::to_string(i));
  const Heard heard = ask(requests, 3);
  EXPECT_EQ(heard.end, WorkerPool::End::done);
  ASSERT_EQ(heard.replies.size(), requests.size());
  for (const auto& [request, reply] : heard.replies) EXPECT_TRUE(reply.text.value_or("").starts_with(requests[request] + ' '));
}

TEST(WorkerPool, ADeadWorkerTakesNothingWithItButItsRequest) {
  const Heard heard = ask({"a", "die", "b", "leave", "c", "fault", "d", "long", "e"}, 2);
  EXPECT_EQ(heard.end, WorkerPool::End::done);
  ASSERT_EQ(heard.replies.size(), 9U);
  EXPECT_EQ(heard.replies.at(1).death, "SIGKILL (Killed)");
  EXPECT_EQ(heard.replies.at(3).death, "exit 7");
  EXPECT_EQ(heard.replies.at(5).death, "too long");
  EXPECT_EQ(heard.replies.at(7).text.value_or("").size(), 3'000'000U);
  for (const std::size_t request : {0U, 2U, 4U, 6U, 8U}) EXPECT_TRUE(heard.replies.at(request).text) << request;
}

TEST(WorkerPool, OneThatHasGrownIsReplacedAfterItsReply) {
  const Heard heard = ask({"a", "grow", "b"}, 1, std::size_t{32} << 20U);
  const auto process = [&heard](std::size_t request) {
    const std::string text = heard.replies.at(request).text.value_or("");
    return text.substr(text.find(' '));
  };
  EXPECT_EQ(process(0), process(1));
  EXPECT_NE(process(1), process(2));
}

TEST(WorkerPool, NoMoreIsHandedOutThanIsWanted) {
  const Heard heard = ask({"a", "b", "c", "d"}, 1, plenty, 2);
  EXPECT_EQ(heard.end, WorkerPool::End::broken_off);
  EXPECT_EQ(heard.replies.size(), 2U);
}

}  // namespace
}  // namespace paiban::archive
