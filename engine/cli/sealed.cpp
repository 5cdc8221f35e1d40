#include "cli/sealed.hpp"

#include <sys/stat.h>

#include <utility>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "build_record.hpp"
#include "sealed_inputs.hpp"

namespace paiban::cli {
namespace {

constexpr std::size_t most_seal_bytes = std::size_t{16} << 20U;

}  // namespace

void add_sealed_option(CLI::App& line, bool& sealed, Session& session) {
  line.add_flag(
      "--sealed", sealed,
      std::string(session.say("only what was sealed 付印 and has not changed since", "只输出已签“付印”且此后未改动的内容")));
}

std::optional<std::vector<seal::Seal>> read_seals(const std::string& issue, Session& session) {
  const std::filesystem::path path = seals_beside(issue);
  std::error_code unknown;
  if (!std::filesystem::exists(path, unknown) && !unknown) return std::vector<seal::Seal>{};
  const auto text = read_whole(path, most_seal_bytes);
  if (!text) {
    session.report.add(Code::cannot_read, {}, {path.string(), text.error()});
    return std::nullopt;
  }
  auto seals = seal::parse_seals(*text, path.string());
  if (seals) return *std::move(seals);
  session.report.add(std::move(seals).error());
  return std::nullopt;
}

SealWatch::Standing SealWatch::standing_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino, status.st_size, status.st_ctim.tv_sec, status.st_ctim.tv_nsec};
}

std::optional<SealWatch> SealWatch::begin(const IssueWish& wish, Session& session) {
  const auto seals = read_seals(wish.issue, session);
  if (!seals) return std::nullopt;
  const auto data = find_data(session);
  if (!data) return std::nullopt;
  if (seals->empty() || seals->back().stage != seal::Stage::to_press) {
    const std::string last = seals->empty() ? "—" : words_of(seals->back(), session.language);
    session.report.add(Code::not_sealed, {}, {wish.issue, last});
    return std::nullopt;
  }
  SealWatch watch;
  watch.request_.issue = wish.issue;
  watch.request_.data = *data;
  watch.seal_ = seals->back();
  for (const seal::SealedFile& file : watch.seal_.files) watch.before_.push_back(standing_of(path_of(file, watch.request_)));
  return watch;
}

bool SealWatch::holds(const SetIssue& issue, const std::string& icc, Session& session) const {
  const auto now = sealed_inputs(request_, issue.edition, issue.data.fonts, icc);
  if (!now) {
    session.report.add(now.error());
    return false;
  }
  const std::vector<seal::Change> changes = changes_since(seal_, *now, engine_name());
  for (const seal::Change& change : changes) report(change, session);
  return changes.empty() && lies_still(session);
}

bool SealWatch::lies_still(Session& session) const {
  bool still = true;
  for (std::size_t i = 0; i < before_.size(); ++i) {
    if (standing_of(path_of(seal_.files[i], request_)) == before_[i]) continue;
    report({seal::Change::Kind::changed, seal_.files[i].name}, session);
    still = false;
  }
  return still;
}

void SealWatch::report(const seal::Change& change, Session& session) const {
  session.report.add(Code::changed_since_seal, {}, {words_of(change, session.language), words_of(seal_, session.language)});
}

}  // namespace paiban::cli
