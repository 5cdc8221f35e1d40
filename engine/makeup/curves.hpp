#pragma once
// What the copy of a story costs in each number of lines, at each measure: the real composer, asked once.

#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "makeup/trial.hpp"
#include "paragraph/best_fit.hpp"
#include "paragraph/compose.hpp"

namespace paiban::makeup {

class Curves {
 public:
  /// `trial` must outlive this.
  explicit Curves(const Trial& trial) : trial_(&trial) {}

  /// Of the texts of `flow`, one after another, in legs of `measure`. Valid as long as this is.
  [[nodiscard]] const paragraph::CostCurve& of(const std::vector<document::TextId>& flow, Length measure);

  /// What is wrong where legs end when `flow` fills `legs` (rows of each) exactly: last lines on top of a leg, heads without text
  /// below them, first lines alone. In the composer's prices.
  [[nodiscard]] paragraph::Cost at_leg_ends(const std::vector<document::TextId>& flow, Length measure,
                                            const std::vector<int>& legs);

 private:
  [[nodiscard]] paragraph::Setting setting_of(document::TextId id, Length measure) const;

  const Trial* trial_;
  std::map<std::pair<std::vector<document::TextId>, Length>, paragraph::CostCurve> known_;
  std::map<std::tuple<std::vector<document::TextId>, Length, std::vector<int>>, paragraph::Cost> ends_;
};

}  // namespace paiban::makeup
