#pragma once
// One issue, from its file to its folder in the archive. A worker has one maker for life: faces and Cairo's glyphs stay warm.

#include <filesystem>
#include <vector>

#include "archive/bag.hpp"
#include "archive/complaints.hpp"
#include "archive/job_list.hpp"
#include "archive/outcome.hpp"
#include "archive/recipe.hpp"
#include "archive/wish.hpp"
#include "font/font_catalogue.hpp"
#include "render/context.hpp"

namespace paiban::archive {

class IssueMaker {
 public:
  /// All three must outlive it.
  IssueMaker(const RunWish& wish, const font::FontCatalogue& fonts, const DataSums& data)
      : wish_(wish), fonts_(fonts), data_(data), context_(fonts) {}

  /// Reads it, to know its name.
  [[nodiscard]] Look look(const Job& job) const;
  /// Makes it, or keeps what stands. `look` has a name, which no other issue of the run has.
  [[nodiscard]] Outcome make(const Job& job, const Look& look);

 private:
  [[nodiscard]] std::optional<Outcome> keep(const std::filesystem::path& folder, const Recipe& recipe, const Look& look,
                                            const Speaker& speaker, std::vector<std::string>& remarks) const;
  [[nodiscard]] Outcome make_anew(const Job& job, const std::filesystem::path& folder, Recipe recipe, const Speaker& speaker);
  [[nodiscard]] Result<std::vector<BagFile>> files_of(const Job& job, Edition& edition);

  const RunWish& wish_;
  const font::FontCatalogue& fonts_;
  const DataSums& data_;
  render::RenderContext context_;
};

}  // namespace paiban::archive
