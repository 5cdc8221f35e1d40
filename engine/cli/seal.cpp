// paiban seal: who read which state of an issue (校次与付印签样).

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "build_record.hpp"
#include "cli/sealed.hpp"
#include "sealed_inputs.hpp"

namespace paiban::cli {
namespace {

using Json = nlohmann::ordered_json;
using seal::Seal;
using seal::Stage;

/// Holds an issue's folder, so that of two who seal at once neither loses the other's seal.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& file)
      : folder_(::open(file.has_parent_path() ? file.parent_path().c_str() : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_ >= 0) static_cast<void>(::flock(folder_, LOCK_EX));
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() {
    if (folder_ >= 0) ::close(folder_);
  }

 private:
  int folder_;
};

class SealIssue final : public Command {
 public:
  IssueWish wish;
  std::optional<Stage> stage;
  std::string by, at, icc;
  bool check = false, list = false, json = false;

  Exit run(Session& session) override {
    if (!is_sound(session)) return finish(session);
    if (stage)
      add_seal(session);
    else
      tell(session);
    return finish(session);
  }

 private:
  Exit finish(Session& session) const {
    print_diagnostics(session);
    const Exit exit = exit_of(session.report, session.strict);
    return exit == Exit::fine && changed_ ? Exit::content : exit;
  }

  /// What the command line cannot check by itself.
  [[nodiscard]] bool is_sound(Session& session) const {
    const auto refuse = [&](std::string what) {
      session.report.add(Code::bad_seal_wish, {}, {std::move(what)});
      return false;
    };
    if (wish.issue == "-") return refuse("ISSUE -");
    if (!stage && !check && !list) return refuse("--stage");
    if (stage && !seal::is_name(by)) return refuse("--by");
    if (stage && !at.empty() && !seal::is_time(at)) return refuse("--at");
    return true;
  }

  void add_seal(Session& session) {
    if (*stage == Stage::to_press) wish.profile = Profile::press;  // what may not be printed is not sealed to be
    const FolderLock lock{std::filesystem::path(wish.issue)};
    auto seals = read_seals(wish.issue, session);
    if (!seals) return;
    const auto round = seal::next_round(*seals, *stage);
    if (!round) return session.report.add(round.error());
    const auto now = state_now(session);
    if (!now || !still_makes_a_page(session.report, wish.profile)) return;
    const Seal seal{*stage, *round, by, at, engine_name(), *now};
    const std::filesystem::path path = seals_beside(wish.issue);
    const auto before = read_whole(path, std::size_t{16} << 20U);
    if (write_to(path, seal::with_seal(before ? *before : std::string(), seal), session))
      say(fmt::format("{} {}\n", session.say("sealed:", "已签："), words_of(seal, session.language)), session);
  }

  /// The issue set, and the sums of all that it was set from.
  [[nodiscard]] std::optional<std::vector<seal::SealedFile>> state_now(Session& session) const {
    const auto issue = set_issue(wish, session);
    if (!issue) return std::nullopt;
    Request request;
    request.issue = wish.issue;
    request.data = issue->data.folder;
    auto now = sealed_inputs(request, issue->edition, issue->data.fonts, icc);
    if (now) return *std::move(now);
    session.report.add(std::move(now).error());
    return std::nullopt;
  }

  void tell(Session& session) {
    const auto seals = read_seals(wish.issue, session);
    if (!seals) return;
    std::optional<std::vector<seal::SealedFile>> now;
    if (check) {
      Session quiet;  // what is wrong with the issue itself is `check`'s to say
      quiet.language = session.language;
      quiet.data = session.data;
      now = state_now(quiet);
      if (!now) {
        session.report = std::move(quiet.report);
        return;
      }
    }
    Json all = Json::array();
    std::string text;
    for (const Seal& each : *seals) {
      const auto changes = now ? changes_since(each, *now, engine_name()) : std::vector<seal::Change>{};
      changed_ = now && !changes.empty();  // since the last of them
      all.push_back(json_of(each, changes, session.language));
      text += text_of(each, changes, session);
    }
    if (seals->empty()) text = std::string(session.say("no seals\n", "尚未签样\n"));
    changed_ = changed_ || (check && seals->empty());
    say(json ? with_diagnostics(Json{{"seals", all}}.dump(), session) : text, session);
  }

  [[nodiscard]] std::string text_of(const Seal& seal, const std::vector<seal::Change>& changes, const Session& session) const {
    std::string text = words_of(seal, session.language) + (seal.at.empty() ? "" : " " + seal.at);
    if (!check) return text + "\n";
    if (changes.empty()) return text + std::string(session.say(": unchanged since\n", "：此后未改动\n"));
    text += session.say(":\n", "：\n");
    for (const seal::Change& change : changes) text += "  " + words_of(change, session.language) + "\n";
    return text;
  }

  [[nodiscard]] Json json_of(const Seal& seal, const std::vector<seal::Change>& changes, Language language) const {
    Json told{{"stage", seal::name_of(seal.stage)}, {"round", seal.round}, {"by", seal.by}, {"at", seal.at}};
    if (!check) return told;
    told["changes"] = Json::array();
    for (const seal::Change& change : changes)
      told["changes"].push_back({{"name", change.name}, {"words", words_of(change, language)}});
    return told;
  }

  static void say(std::string_view text, Session& session) { static_cast<void>(write_to("-", text, session)); }

  bool changed_ = false;
};

}  // namespace

Offer offer_seal(CLI::App& app, Session& session) {
  auto seal = std::make_unique<SealIssue>();
  CLI::App* line = add_command(app, session, "seal",
                               session.say("seals what was read, for --sealed", "签样：记下所校的版本，供 --sealed 核对"),
                               "paiban seal issue.xml --stage 付印 --by 张三\n  paiban seal issue.xml --check");
  add_issue_options(*line, seal->wish, session, ProfileOption::none);
  std::map<std::string, Stage> stages;
  for (const Stage stage : {Stage::first_proof, Stage::second_proof, Stage::third_proof, Stage::clean_proof, Stage::to_press})
    stages.emplace(seal::name_of(stage), stage);
  line->add_option_function<Stage>(
          "--stage", [&wished = seal->stage](Stage stage) { wished = stage; },
          std::string(
              session.say("what was read: 一校, 二校, 三校, 清样 or 付印, each after the one before it; again is a new round",
                          "校次：一校、二校、三校、清样、付印，逐次签；再签为下一次")))
      ->transform(CLI::CheckedTransformer(stages))
      ->option_text("STAGE");
  line->add_option("--by", seal->by, std::string(session.say("who read it", "签样人")))->option_text("NAME");
  line->add_option("--at", seal->at,
                   std::string(session.say("when, 2025-02-05T01:12; no clock is looked at",
                                           "签样时间，如 2025-02-05T01:12；程序不读时钟")))
      ->option_text("TIME");
  line->add_option(
          "--icc", seal->icc,
          std::string(session.say("the press's ICC profile, if not the carried one", "印刷机的 ICC 特性文件（若不用自带的）")))
      ->option_text("FILE");
  line->add_flag("--list", seal->list, std::string(session.say("lists the seals", "列出各次签样")));
  line->add_flag("--check", seal->check, std::string(session.say("says what has changed since each", "说明各次签样后的改动")));
  line->add_flag("--json", seal->json, std::string(session.say("the list as JSON", "以 JSON 输出")));
  return {line, std::move(seal)};
}

}  // namespace paiban::cli
