#include "archive/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "archive/issue_lock.hpp"
#include "archive/issue_maker.hpp"
#include "archive/json.hpp"
#include "archive/manifest.hpp"
#include "archive/output_folder.hpp"
#include "archive/worker_pool.hpp"
#include "base/message_table.hpp"

namespace paiban::archive {
namespace {

/// Beyond it a worker is replaced after its issue. An issue of eight pages takes a worker to a quarter of it.
constexpr std::size_t most_memory_of_worker = std::size_t{256} << 20U;

/// A request: the job by its number, and what was found out about it; an issue without that is looked at.
std::string request_of(std::size_t job, const Look* look) {
  return text_of(Json{{"job", job}, {"look", look == nullptr ? std::string() : message_of(*look)}});
}

class Maker final : public Craftsman {
 public:
  Maker(const std::vector<Job>& jobs, const RunWish& wish, const font::FontCatalogue& fonts, const DataSums& data)
      : jobs_(jobs), maker_(wish, fonts, data) {}

  std::string reply_to(const std::string& text) override {
    const Json request = Json::parse(text);
    const Job& job = jobs_[request["job"].get<std::size_t>()];
    const std::string found = request["look"];
    if (found.empty()) return message_of(maker_.look(job));
    return message_of(maker_.make(job, look_in(found).value_or(Look{})));
  }

 private:
  const std::vector<Job>& jobs_;
  IssueMaker maker_;
};

Workshop workshop_of(const std::vector<Job>& jobs, const RunWish& wish, const font::FontCatalogue& fonts, const DataSums& data) {
  return [&jobs, &wish, &fonts, &data] { return std::make_unique<Maker>(jobs, wish, fonts, data); };
}

class Run {
 public:
  Run(const std::vector<Job>& jobs, const RunWish& wish, const RunSettings& settings, const font::FontCatalogue& fonts,
      const DataSums& data, StopSignals& signals, const Listener& listener, Report& report)
      : jobs_(jobs),
        wish_(wish),
        settings_(settings),
        signals_(signals),
        listener_(listener),
        report_(report),
        looks_(jobs.size()),
        outcomes_(jobs.size()),
        pool_(std::make_unique<WorkerPool>(settings.jobs, most_memory_of_worker, workshop_of(jobs, wish, fonts, data))) {}

  RunEnd conduct() {
    if (auto made = make_folder(wish_.output); !made) return fail(std::move(made).error());
    sweep(wish_.output);
    if (look_at_all() && make_all()) write_manifest();
    return end_;
  }

 private:
  bool look_at_all() {
    std::vector<std::size_t> chosen(jobs_.size());
    for (std::size_t i = 0; i < jobs_.size(); ++i) chosen[i] = i;
    const bool done = hand_out(Progress::Step::reading, chosen, [this](std::size_t job, Reply reply) {
      auto look = reply.text ? look_in(*reply.text) : std::nullopt;
      if (!look) return settle(job, died(job, reply));
      looks_[job] = *std::move(look);
      if (looks_[job].name.empty()) return settle(job, failed_outcome(State::bad, std::move(looks_[job].complaints)));
      return true;
    });
    if (done) refuse_twins();
    return done;
  }

  /// Of several of one name the first by path stands: the same one whichever worker is faster.
  void refuse_twins() {
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      if (looks_[i].name.empty()) continue;
      const auto [found, is_new] = first.emplace(looks_[i].name, i);
      if (is_new) continue;
      Report report;
      const SourcePlace at{report.file(jobs_[i].file.string()), looks_[i].line, looks_[i].column};
      report.add(Code::issue_twice_in_run, at, {jobs_[i].path, jobs_[found->second].path});
      static_cast<void>(settle(i, failed_outcome(State::bad, complaints_of(report, speaker(i)))));
    }
  }

  bool make_all() {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < jobs_.size(); ++i)
      if (!outcomes_[i]) chosen.push_back(i);
    end_.progress.done = jobs_.size() - chosen.size();
    return hand_out(Progress::Step::making, chosen, [this](std::size_t job, Reply reply) {
      auto outcome = reply.text ? outcome_in(*reply.text) : std::nullopt;
      return settle(job, outcome ? *std::move(outcome) : died(job, reply));
    });
  }

  /// False where the run is not to go on; why is in the report.
  bool hand_out(Progress::Step step, const std::vector<std::size_t>& chosen,
                const std::function<bool(std::size_t job, Reply reply)>& take) {
    std::vector<std::string> requests;
    for (const std::size_t job : chosen)
      requests.push_back(request_of(job, step == Progress::Step::making ? &looks_[job] : nullptr));
    end_.progress.step = step;
    end_.progress.all = jobs_.size();
    const auto replied = [&](std::size_t request, Reply reply) {
      ++end_.progress.done;
      return take(chosen[request], std::move(reply));
    };
    const auto end = pool_->run(requests, {replied, [this] { listener_.waited(end_.progress); }, signals_.descriptor()});
    if (step == Progress::Step::reading && end == WorkerPool::End::done) end_.progress.done = 0;
    if (end == WorkerPool::End::stopped) stop();
    if (end == WorkerPool::End::broken_off) stop_for(end_.output_failed ? "E0902" : "fork");
    return end == WorkerPool::End::done;
  }

  /// The workers are ended first: then nobody holds what they leave.
  void stop() {
    end_.signal = signals_.take();
    pool_.reset();
    sweep(wish_.output);
    stop_for(end_.signal ? StopSignals::name_of(*end_.signal) : "?");
  }

  void stop_for(std::string why) {
    const std::size_t done = end_.progress.made + end_.progress.kept + end_.progress.bad;
    report_.add(Code::run_stopped, {}, {std::move(why), fmt::to_string(done), fmt::to_string(jobs_.size())});
  }

  [[nodiscard]] Speaker speaker(std::size_t job) const { return {jobs_[job].file, wish_.data, wish_.language}; }

  Outcome died(std::size_t job, const Reply& reply) {
    end_.worker_died = true;
    Report report;
    report.add(Code::worker_died, {report.file(jobs_[job].file.string())}, {reply.text ? std::string("?") : reply.death});
    return failed_outcome(State::bad, complaints_of(report, speaker(job)));
  }

  /// False: no use in going on.
  bool settle(std::size_t job, Outcome outcome) {
    Progress& progress = end_.progress;
    if (outcome.state == State::made) progress.pages += static_cast<std::size_t>(outcome.pages);
    switch (outcome.state) {
      case State::made:
        ++progress.made;
        break;
      case State::kept:
        ++progress.kept;
        break;
      case State::bad:
        ++progress.bad;
        break;
      case State::unwritten:
        end_.output_failed = true;
        break;
    }
    const bool goes_on = outcome.state != State::unwritten;
    outcomes_[job] = std::move(outcome);
    tell();
    return goes_on;
  }

  /// What can be told in order.
  void tell() {
    for (; told_ < jobs_.size() && outcomes_[told_]; ++told_) {
      for (const std::string& remark : outcomes_[told_]->remarks) listener_.said(remark);
      const State state = outcomes_[told_]->state;
      if (state == State::made || state == State::kept) continue;  // warnings are in the manifest: a thousand issues have many
      for (const Complaint& each : outcomes_[told_]->complaints)
        if (each.code.starts_with('E') || wish_.warnings == Warnings::fail) listener_.said(each.said);
    }
  }

  RunEnd fail(Diagnostic why) {
    end_.output_failed = true;
    report_.add(std::move(why));
    return end_;
  }

  void write_manifest() {
    std::vector<ManifestEntry> entries;
    for (std::size_t i = 0; i < jobs_.size(); ++i) entries.push_back({jobs_[i].path, looks_[i].name, *std::move(outcomes_[i])});
    const std::filesystem::path target = wish_.output / manifest_name(settings_.shard);
    const auto lock = IssueLock::take(target);
    if (lock && !*lock) return report_.add(Code::issue_busy, {}, {target.string()});
    auto written = lock ? put_file(target, manifest_text(wish_, entries)) : Result<void>(tl::unexpected(lock.error()));
    if (!written) static_cast<void>(fail(std::move(written).error()));
  }

  const std::vector<Job>& jobs_;
  const RunWish& wish_;
  const RunSettings& settings_;
  StopSignals& signals_;
  const Listener& listener_;
  Report& report_;
  std::vector<Look> looks_;
  std::vector<std::optional<Outcome>> outcomes_;
  std::size_t told_ = 0;
  RunEnd end_;
  std::unique_ptr<WorkerPool> pool_;
};

}  // namespace

RunEnd run(const std::vector<Job>& jobs, const RunWish& wish, const RunSettings& settings, const font::FontCatalogue& fonts,
           const DataSums& data, StopSignals& signals, const Listener& listener, Report& report) {
  return Run(jobs, wish, settings, fonts, data, signals, listener, report).conduct();
}

}  // namespace paiban::archive
