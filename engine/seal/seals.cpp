#include "seal/seals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/message_table.hpp"
#include "base/sha256.hpp"
#include "base/utf8.hpp"

namespace paiban::seal {
namespace {

constexpr auto stage_names = std::to_array<std::string_view>({"一校", "二校", "三校", "清样", "付印"});
constexpr std::string_view title = "# paiban seals 1\n";
constexpr std::size_t sum_length = 64;
constexpr std::size_t most_name_characters = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_sum(std::string_view text) {
  return text.size() == sum_length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_role(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
}

bool has_controls(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7F'; });
}

/// The word up to the next blank; `rest` goes on behind it.
std::string_view take_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && number > 0 ? std::optional(number) : std::nullopt;
}

class SealReader {
 public:
  SealReader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  Result<std::vector<Seal>> run() {
    if (!text_.starts_with(title)) return fault();
    at_ = title.size();
    while (at_ < text_.size())
      if (!line()) return fault();
    if (open_ || seals_.empty()) return fault();
    return std::move(seals_);
  }

 private:
  tl::unexpected<Diagnostic> fault() const {
    return tl::unexpected(Diagnostic{Code::seals_malformed, {}, {name_, std::to_string(number_)}, {}, {}});
  }

  bool line() {
    ++number_;
    const std::size_t end = text_.find('\n', at_);
    if (end == std::string_view::npos) return false;  // it was not written to its end
    std::string_view rest = text_.substr(at_, end - at_);
    const std::size_t start = std::exchange(at_, end + 1);
    if (rest.empty()) return true;
    const std::string_view key = take_word(rest);
    if (key == "seal") return begin(rest);
    if (!open_) return false;
    return key == "sum" ? close(rest, start) : entry(seals_.back(), key, rest);
  }

  /// "seal 清样 2": the stage and its round.
  bool begin(std::string_view rest) {
    const auto stage = stage_of(take_word(rest));
    const auto round = number_of(take_word(rest));
    if (open_ || !stage || !round || !rest.empty()) return false;
    seals_.push_back({*stage, *round, {}, {}, {}, {}});
    open_ = true;
    return true;
  }

  /// "sum 8f14…": of all that stands above, the seals before it among them.
  bool close(std::string_view rest, std::size_t start) {
    const Seal& seal = seals_.back();
    if (seal.by.empty() || seal.engine.empty() || seal.files.empty()) return false;
    open_ = false;
    return rest == sha256_of(text_.substr(0, start));
  }

  static bool entry(Seal& seal, std::string_view key, std::string_view rest) {
    if (key == "by") return is_name(rest) && set(seal.by, rest);
    if (key == "at") return is_time(rest) && set(seal.at, rest);
    if (key == "engine") return !rest.empty() && set(seal.engine, rest);
    const std::string_view sum = take_word(rest);
    if (!is_role(key) || !is_sum(sum) || rest.empty()) return false;
    seal.files.push_back({std::string(key), std::string(rest), std::string(sum)});
    return true;
  }
  static bool set(std::string& field, std::string_view value) {
    const bool first = field.empty();
    field = value;
    return first;
  }
  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
  int number_ = 1;
  bool open_ = false;  // a seal has begun and not ended
  std::vector<Seal> seals_;
};

const SealedFile* file_in(const std::vector<SealedFile>& files, const SealedFile& wanted) {
  const auto found =
      std::ranges::find_if(files, [&](const SealedFile& each) { return each.role == wanted.role && each.name == wanted.name; });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name_of(Stage stage) { return stage_names[static_cast<std::size_t>(stage)]; }

std::optional<Stage> stage_of(std::string_view name) {
  const auto found = std::ranges::find(stage_names, name);
  return found == stage_names.end() ? std::nullopt : std::optional(static_cast<Stage>(found - stage_names.begin()));
}

Result<std::vector<Seal>> parse_seals(std::string_view text, const std::string& name) {
  if (text.empty()) return std::vector<Seal>{};
  return SealReader(text, name).run();
}

std::string with_seal(std::string_view text, const Seal& seal) {
  std::string all = text.empty() ? std::string(title) : std::string(text);
  all += '\n';
  all += fmt::format("seal {} {}\nby {}\n", name_of(seal.stage), seal.round, seal.by);
  if (!seal.at.empty()) all += fmt::format("at {}\n", seal.at);
  all += fmt::format("engine {}\n", seal.engine);
  for (const SealedFile& file : seal.files) all += fmt::format("{} {} {}\n", file.role, file.sha256, file.name);
  return all + fmt::format("sum {}\n", sha256_of(all));
}

Result<int> next_round(const std::vector<Seal>& seals, Stage stage) {
  if (stage != Stage::first_proof) {
    const auto before = static_cast<Stage>(static_cast<std::uint8_t>(stage) - 1);
    if (std::ranges::find(seals, before, &Seal::stage) == seals.end())
      return tl::unexpected(
          Diagnostic{Code::seal_out_of_order, {}, {std::string(name_of(stage)), std::string(name_of(before))}, {}, {}});
  }
  return static_cast<int>(std::ranges::count(seals, stage, &Seal::stage)) + 1;
}

bool is_name(std::string_view name) {
  constexpr std::string_view ideographic_space = "　";
  if (name.empty() || find_malformed(name) != name.size() || count_code_points(name) > most_name_characters) return false;
  if (has_controls(name) || name.front() == ' ' || name.back() == ' ') return false;
  return !name.starts_with(ideographic_space) && !name.ends_with(ideographic_space);
}

bool is_time(std::string_view time) {
  constexpr std::string_view form = "0000-00-00T00:00";
  if (time.size() < form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] == '0' ? !is_digit(time[i]) : time[i] != form[i]) return false;
  time.remove_prefix(form.size());
  if (time.size() >= 3 && time[0] == ':' && is_digit(time[1]) && is_digit(time[2])) time.remove_prefix(3);
  if (time.empty() || time == "Z") return true;
  return time.size() == 6 && (time[0] == '+' || time[0] == '-') && is_digit(time[1]) && is_digit(time[2]) && time[3] == ':' &&
         is_digit(time[4]) && is_digit(time[5]);
}

std::vector<Change> changes_since(const Seal& seal, const std::vector<SealedFile>& now, std::string_view engine) {
  std::vector<Change> changes;
  for (const SealedFile& file : seal.files) {
    const SealedFile* today = file_in(now, file);
    if (today == nullptr)
      changes.push_back({Change::Kind::gone, file.name});
    else if (today->sha256 != file.sha256)
      changes.push_back({Change::Kind::changed, file.name});
  }
  for (const SealedFile& file : now)
    if (file_in(seal.files, file) == nullptr) changes.push_back({Change::Kind::added, file.name});
  if (seal.engine != engine) changes.push_back({Change::Kind::engine, fmt::format("{} → {}", seal.engine, engine)});
  return changes;
}

std::string words_of(const Change& change, Language language) {
  const bool chinese = language == Language::chinese;
  switch (change.kind) {
    case Change::Kind::changed:
      return change.name + (chinese ? " 已改动" : " has changed");
    case Change::Kind::gone:
      return change.name + (chinese ? " 已不在其中" : " is no part of it any more");
    case Change::Kind::added:
      return change.name + (chinese ? " 是后加的" : " has come to it");
    case Change::Kind::engine:
      return (chinese ? "排版引擎已更换：" : "the engine is another: ") + change.name;
  }
  return {};
}

std::string words_of(const Seal& seal, Language language) {
  return language == Language::chinese ? fmt::format("{}（第 {} 次，{}）", name_of(seal.stage), seal.round, seal.by)
                                       : fmt::format("{} (round {}, {})", name_of(seal.stage), seal.round, seal.by);
}

}  // namespace paiban::seal
