#pragma once
// The day's issue.xml before there is any copy: what can be computed is filled in, what cannot is left open with a comment.

#include <string>

#include "base/diagnostic.hpp"
#include "document/issue.hpp"
#include "document/number_record.hpp"
#include "document/template.hpp"

namespace paiban::document {

/// What the editor says instead of leaving it to the record.
struct SkeletonWish {
  std::string paper;   ///< 报名; empty: the record's only paper
  int number = 0;      ///< 0: as the record has it, where it is certain
  int page_count = 0;  ///< 0: the paper's usual one
};

/// An issue.xml of `date` for `design`: masthead, one outline a region, its boxes inside it. It reads without an error.
/// Fails for a date that is none, and where ICU has no calendar.
[[nodiscard]] Result<std::string> skeleton(const Date& date, const Template& design, const NumberRecord& record,
                                           const SkeletonWish& wish = {});

}  // namespace paiban::document
