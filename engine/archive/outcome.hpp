#pragma once
// What came of an issue, and how it is told from one process to another.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/record.hpp"
#include "document/issue.hpp"

namespace paiban::archive {

/// What is known of an issue before it is made: read, and nothing more.
struct Look {
  std::string name;         ///< where it will stand, "2025/2025-02-05_12184"; empty: it cannot be read
  std::string template_id;  ///< empty: the default one
  std::vector<std::string> named;
  std::uint32_t line = 0, column = 0;  ///< of its date
  std::vector<Complaint> complaints;   ///< why it cannot be read
};

/// "2025/2025-02-05_12184"; without a number "2025/2025-02-05".
[[nodiscard]] std::string name_of(const document::Date& date, int number);

enum class State : std::uint8_t {
  made,
  kept,       ///< stood whole, and was left alone
  bad,        ///< something is wrong with the issue; nothing was written
  unwritten,  ///< something is wrong with the output: no use in going on
};

struct Outcome {
  State state = State::bad;
  std::vector<Complaint> complaints;
  std::vector<std::string> remarks;  ///< why it was made again, as said on standard error
  // of one that was made or kept:
  int pages = 0;
  Sums pdfs;           ///< by their names in the issue's folder
  std::string inputs;  ///< the sum of its recipe
  std::string record;  ///< the sum of its record, which sums up everything else
};

/// Of one that came to nothing, and why.
[[nodiscard]] Outcome failed_outcome(State state, std::vector<Complaint> complaints);
/// Of an issue whose folder's record is `record`.
[[nodiscard]] Outcome outcome_of(const Record& record, State state);

[[nodiscard]] std::string message_of(const Look& look);
[[nodiscard]] std::string message_of(const Outcome& outcome);
/// nullopt: no such message.
[[nodiscard]] std::optional<Look> look_in(std::string_view message);
[[nodiscard]] std::optional<Outcome> outcome_in(std::string_view message);

}  // namespace paiban::archive
