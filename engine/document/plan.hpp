#pragma once
// Issue and template brought together: every story in its region, every block in its slot or in the running text,
// every text with its style. After this nothing is looked up by name again.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/issue.hpp"
#include "document/template.hpp"

namespace paiban::document {

using TextId = std::uint32_t;   ///< index into Plan::texts
using StyleId = std::uint32_t;  ///< index into Template::styles

/// One text to be shaped: a paragraph, a row of a headline, a line of furniture.
struct PlannedText {
  Text text;
  StyleId style = 0;
  Role role{};
  std::string story;      ///< id of the story; empty for furniture
  Length pitch{};         ///< 行距 where it stands in several lines; zero: not known, a single row
  bool promised = false;  ///< 留版: stands in for copy that has not come; measured as any text, never shown
  bool variant = false;   ///< another form of a text of the plan: what is to be said of its words is said there
};

struct PlannedSlot {
  Slot slot;
  std::vector<TextId> rows;
  std::vector<std::vector<TextId>> alternatives{};  ///< 备用标题, in the editor's order
};

/// What may go from the running text (可删, <cut>).
struct PlannedCut {
  int rank = 1;                      ///< 1 goes first
  std::size_t paragraph = 0;         ///< in the flow
  std::uint32_t start = 0, end = 0;  ///< bytes of its text
  SourcePlace at;
};

/// Cuts that may go together: with one of a rank all of the ranks before it. Bit n is the module's n-th cut.
struct CutSet {
  std::uint32_t cuts = 0;
  int rank = 0;        ///< the highest among them
  int characters = 0;  ///< of them all
};

/// A paragraph of the flow without some of its cuts.
struct ShorterText {
  std::size_t paragraph = 0;
  std::uint32_t cuts = 0;      ///< those that are gone from it
  std::optional<TextId> text;  ///< none: nothing of it is left
};

/// What a story's editor lets go.
struct PlannedCuts {
  std::vector<PlannedCut> cuts;      ///< by rank, then as they stand
  std::vector<CutSet> sets;          ///< by rank, then by characters: as they are tried
  std::vector<ShorterText> shorter;  ///< every paragraph as any of the sets leaves it
};

/// 留版 of a module's running text.
struct PlannedPromise {
  int characters = 0;
  int came = 0;                  ///< 0: nothing yet, the flow is the stand-in
  std::vector<TextId> stand_in;  ///< where the copy has come: what stood in for it, to compare
};

/// Which part of which of Plan::chains a module is.
struct ChainPart {
  std::size_t chain = 0, part = 0;
};

struct PlannedModule {
  std::string story;  ///< id
  StoryKind kind{};
  Region region;                   ///< without its inner regions; of a story in several, with what stands in the others
  std::vector<PlannedSlot> slots;  ///< in the story's reading order
  std::vector<TextId> flow;        ///< running text, in order
  std::optional<Picture> picture;
  std::vector<PlannedModule> boxes;
  SourcePlace at;
  std::optional<PlannedPromise> promise;
  std::optional<TextId> copy_label, picture_label;  ///< of stand-ins in the legs and in the picture's place
  Wishes wishes;                                    ///< of its story
  std::vector<Box> further{};                       ///< outlines of the other regions that the story has
  bool continues = false;                           ///< the text is that of the story's first part, on an earlier page
  std::optional<ChainPart> chain{};                 ///< of a story on several pages
  std::optional<TextId> jump_back{};                ///< 上接, over the first leg; none where it has a slot
  std::optional<TextId> jump_ahead{};               ///< 下转, below the last leg; none where it has a slot
  PlannedCuts may_go;                               ///< of the flow
  std::optional<Corrected> corrects{};              ///< of a correction that says so
};

/// 补白: a story without a region, for the white below another one.
struct PlannedFiller {
  std::string story;         ///< id
  int page = 0;              ///< where it may be used; 0: anywhere
  std::vector<TextId> head;  ///< a row each
  std::vector<TextId> flow;
  SourcePlace at;
};

struct PlannedFurniture {
  Furniture what;
  std::vector<TextId> texts;  ///< of a pair: text, stack; of a strip: its items
  std::optional<Picture> artwork;
};

struct PlannedPage {
  int number = 0;
  std::vector<Zone> zones;      ///< its structure: the template's, or what the issue brings
  std::vector<RuleSpec> rules;  ///< of its furniture
  std::vector<PlannedFurniture> furniture;
  std::vector<PlannedModule> modules;  ///< in reading order: the lead first, then as the template orders its regions
};

/// A module, as an index into Plan::pages and their modules.
struct ModulePlace {
  std::size_t page = 0, module = 0;
};

struct Plan {
  Issue issue;  ///< without its stories: they have moved into `texts` and `pages`
  Template design;
  std::vector<PlannedText> texts;
  std::vector<PlannedPage> pages;
  std::vector<std::vector<ModulePlace>> chains{};  ///< the parts of each story that goes on on other pages
  std::vector<PlannedFiller> fillers;              ///< in the editor's order

  [[nodiscard]] const Style& style_of(TextId text) const { return design.styles[texts[text].style]; }
};

/// The style of that name; the first one where there is none (the template's reader has refused such names).
[[nodiscard]] StyleId style_id(const Template& design, std::string_view name);

/// All of a flow runs one way: `style`, or what it is in `writing`, added to the design where it is not there yet.
[[nodiscard]] StyleId style_written(Template& design, StyleId style, Writing writing);

/// 行距 of the lines in `region`'s legs, baseline to baseline (vertical: centre line to centre line).
[[nodiscard]] Length flow_pitch(const Template& design, const Region& region);

/// Binds `issue` to `design`, on every page that the issue holds. Reports an unknown region, a story without one, a region asked
/// for twice: such a story is left out. Reports a block or a picture for which its region has no place: that alone is
/// left out. Reports masthead parts that the template does not show, and those that the issue lacks. A page that `layouts` knows
/// has the zones given there, and the template's no more. Continuations are tied to their stories, with their jump lines
/// (continuation.hpp).
[[nodiscard]] Plan bind(Issue issue, Template design, Report& report, Layouts layouts = {});

}  // namespace paiban::document
