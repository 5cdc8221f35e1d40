#include "preflight/bill.hpp"

#include <utility>

namespace paiban::preflight {
namespace {

// More kinds of trouble than this nobody reads, and a hostile file must not fill the memory.
constexpr std::size_t most_kinds = 2'000;

}  // namespace

void Bill::add(Check check, Place place, std::vector<std::string> arguments) {
  if (!holds(check)) return;
  Kind kind{check, place.page, place.font, arguments.empty() ? std::string() : arguments.front()};
  if (const auto found = findings_.find(kind); found != findings_.end()) {
    ++found->second.times;
  } else if (findings_.size() < most_kinds) {
    findings_.emplace(std::move(kind), Finding{check, std::move(arguments), std::move(place), 1});
  }
}

std::vector<Finding> Bill::take() {
  std::vector<Finding> findings;
  findings.reserve(findings_.size());
  for (auto& [kind, finding] : findings_) findings.push_back(std::move(finding));
  findings_.clear();
  return findings;
}

}  // namespace paiban::preflight
