#pragma once
// A story's paragraphs together: what every number of lines costs, and the lines of one.

#include <cstddef>
#include <optional>
#include <vector>

#include "page/copyfit.hpp"
#include "paragraph/best_fit.hpp"
#include "paragraph/line.hpp"

namespace paiban::page {

class StoryFitter {
 public:
  /// The request's paragraphs, or what stands for them, each composed for itself; nullptr: one that is not set at all. They, what
  /// they stand on and the request must outlive this.
  StoryFitter(std::vector<const paragraph::BestFit*> paragraphs, const CopyRequest& request);

  /// Of the whole story.
  [[nodiscard]] const paragraph::CostCurve& curve() const { return curve_; }
  /// The count of lines at which paragraph `index` costs least.
  [[nodiscard]] int cheapest(std::size_t index) const;
  /// The reachable count nearest to `room`; of two, the smaller. Copy that cannot fill the room is set as it looks best:
  /// opened to its loosest it would not be fuller, only grey.
  [[nodiscard]] int nearest(int room) const;
  /// By paragraph, `total` of them: a count that the curve reaches.
  [[nodiscard]] std::vector<std::vector<paragraph::Line>> lines(int total) const;

 private:
  /// The cheapest way to have set the paragraphs so far in a number of lines.
  struct Step {
    std::optional<paragraph::Cost> cost;
    int lines_of_last = 0;
  };

  struct LegEnd {
    int row = 0;           ///< of the story, after the leg
    bool of_page = false;  ///< the next leg is on another page
  };

  void solve();
  void add_paragraph(std::size_t index);
  void draw_curve();
  [[nodiscard]] paragraph::Cost place_price(std::size_t index, int first, int count) const;

  std::vector<const paragraph::BestFit*> paragraphs_;
  const std::vector<bool>& heads_;
  std::vector<LegEnd> leg_ends_;
  std::vector<std::vector<Step>> steps_;  ///< [paragraphs set][lines]
  paragraph::CostCurve curve_;
};

}  // namespace paiban::page
