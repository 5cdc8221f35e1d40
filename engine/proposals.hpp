#pragma once
// Made-up pages: where every story goes, decided by the engine, set by the same stages as any page.

#include <cstdint>
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
  int moved = 0;  ///< rows that edges between stories were moved by, where the structure is kept
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

/// 编排要求.
struct MakeUpWish {
  enum class Structure : std::uint8_t {
    fresh,  ///< pages without a layout are made up
    kept,   ///< pages with a layout are filled again, moving as little as they can
  };
  int proposals = 3;  ///< at most so many, each unlike the others
  Structure structure = Structure::fresh;
};

/// Makes up the pages of an issue. An error is broken input, a template without a make-up area, nothing to make up.
[[nodiscard]] Result<Proposals> make_up(const Request& request, const MakeUpWish& wish, const font::FontCatalogue& fonts,
                                        Report& report);

/// 预案: a page ready for the case that one of its stories changes at the last minute.
struct Contingency {
  enum class Case : std::uint8_t {
    pulled,  ///< 撤稿
    longer,  ///< the story comes a third longer than it is
  };
  Case what{};
  int page = 0;
  std::string story;               ///< id
  std::string words;               ///< in the trade's words
  std::vector<Proposal> list;      ///< one, where the page can be filled
  std::vector<std::string> cures;  ///< what else would help where it cannot
};

struct Contingencies {
  document::IssueFile file;
  document::Issue issue;
  std::vector<Contingency> list;  ///< by page and story, pulled before longer
  picture::PictureShelf pictures;
};

/// For every story of every made-up page (or one to be made up): the page without it, and with a third more of it. What stands
/// fixed stays.
[[nodiscard]] Result<Contingencies> prepare_for_changes(const Request& request, const font::FontCatalogue& fonts, Report& report);

}  // namespace paiban
