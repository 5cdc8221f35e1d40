#pragma once
// What is known of a paper's issue numbers (总第N期): numbers seen in print, and the days without a paper (休刊).
// templates/anchors.xml holds it, by the paper's name; its comments describe the entries.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/issue.hpp"

namespace paiban::document {

/// A number seen in print.
struct NumberAnchor {
  Date date;
  int number = 0;
};

/// Days first..last, both inclusive.
struct DateRange {
  Date first, last;
};

struct PaperRecord {
  std::string paper;                   ///< 报名
  int usual_pages = 0;                 ///< of a day's issue; 0: not said
  std::vector<NumberAnchor> anchors;   ///< by date
  std::vector<DateRange> known_spans;  ///< in these, every day without a paper is in `no_paper`
  std::vector<DateRange> no_paper;
};

struct NumberRecord {
  std::filesystem::path file;
  std::vector<PaperRecord> papers;

  [[nodiscard]] const PaperRecord* paper(std::string_view name) const;  ///< null where there is none
};

/// Reads the record at `path`. A file that does not exist is a record of nothing. Fails on anything not understood
/// (Code::record_malformed), a date that is none, a range that runs backwards.
[[nodiscard]] Result<NumberRecord> read_number_record(const std::filesystem::path& path, Report& report);

/// The numbers that an issue of a day can have: with each day at most one number is used up, on a day without a paper none.
struct NumberEstimate {
  NumberAnchor from;        ///< the anchor nearest to the day
  int least = 0, most = 0;  ///< equal where every day in between is known
  [[nodiscard]] bool certain() const { return least == most; }
};

/// nullopt where the record has no anchor. `date` must be valid.
[[nodiscard]] std::optional<NumberEstimate> estimate_number(const PaperRecord& record, const Date& date);

}  // namespace paiban::document
