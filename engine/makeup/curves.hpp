#pragma once
// What the copy of a story costs in each number of lines, at each measure: the real composer, asked once.

#include <map>
#include <utility>
#include <vector>

#include "makeup/trial.hpp"
#include "paragraph/best_fit.hpp"

namespace paiban::makeup {

class Curves {
 public:
  /// `trial` must outlive this.
  explicit Curves(const Trial& trial) : trial_(&trial) {}

  /// Of the texts of `flow`, one after another, in legs of `measure`. Valid as long as this is.
  [[nodiscard]] const paragraph::CostCurve& of(const std::vector<document::TextId>& flow, Length measure);

 private:
  const Trial* trial_;
  std::map<std::pair<std::vector<document::TextId>, Length>, paragraph::CostCurve> known_;
};

}  // namespace paiban::makeup
