#pragma once
// Made-up pages: where every story goes, decided by the engine, set by the same stages as any page.

#include <string>
#include <vector>

#include "engine.hpp"
#include "makeup/plan_page.hpp"

namespace paiban {

/// Which story stands in which region of its page.
struct StorySeat {
  std::string story, region;
};

/// The structure of one page, as its <layout> will say it.
struct PageStructure {
  int page = 0;
  std::vector<document::Zone> zones;
  std::vector<StorySeat> seats;
  std::vector<makeup::Lever> levers;  ///< by trial story
  std::vector<std::string> stories;   ///< in the trade's words, by trial story
  std::vector<makeup::PaidFor> paid;
  std::int64_t cost = 0;
};

/// One proposal for the whole issue, set.
struct Proposal {
  std::vector<PageStructure> pages;  ///< those that were made up
  std::int64_t cost = 0;             ///< of all of them
  Edition edition;
  Report report;  ///< what is to be said of it
};

struct Proposals {
  document::IssueFile file;        ///< as it came
  document::Issue issue;           ///< what was read there
  std::vector<Proposal> list;      ///< best first
  picture::PictureShelf pictures;  ///< of all of them
  std::vector<std::string> cures;  ///< where there is none: what would help, cheapest first
};

/// Makes up every page that has stories without a region and no layout of its own, in at most `how_many` ways.
/// An error is broken input, or a template without a make-up area.
[[nodiscard]] Result<Proposals> make_up(const Request& request, int how_many, const font::FontCatalogue& fonts, Report& report);

}  // namespace paiban
