#pragma once
// 留版: copy that is promised and has not come. It is declared by its length, and a stand-in is set in its place, so that the
// page can be made up. A proof shows bars for it; nobody reads the stand-in's words, and no output holds them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/issue.hpp"
#include "document/style.hpp"

namespace paiban::document {

/// 字数 as a newsroom counts: every character, mark and digit, white space not.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// Running text of exactly so many characters (count_characters), in paragraphs. Marks, digits and the length of paragraphs are
/// those of the paper's own copy, so that it breaks into as many lines. The same for the same count.
[[nodiscard]] std::vector<Text> stand_in_copy(std::size_t characters, SourcePlace at);
/// One row of a head of exactly so many Han.
[[nodiscard]] Text stand_in_head(std::size_t characters, SourcePlace at);

/// How many characters of running text have come.
[[nodiscard]] std::size_t running_characters(const Story& story);

/// Puts the stand-ins into `story` for what is promised and has not come. Its boxes are left to themselves.
void put_stand_ins(Story& story);

/// What becomes of promised copy that has not come.
enum class StandIns : std::uint8_t {
  shown,    ///< warned of
  refused,  ///< errors: press and archive print nothing that is not there
};

/// Reports what is promised and has not come, and heads and pictures that came otherwise than promised: before put_stand_ins, the
/// pictures inspected. Running text that came is compared when its lines are known.
void check_promises(const Issue& issue, StandIns which, Report& report);

/// The label of a stand-in on a proof: "留版 620字", "留版 图 3:2".
[[nodiscard]] std::string promise_label(int characters);
[[nodiscard]] std::string promise_label(const Picture& picture);

/// Large enough to be read on a page shown at half its size, small enough for a box of `width`; `em` of the page's grid.
[[nodiscard]] Length label_size(Length em, Length width);
/// The style that labels are set in, after `base`: upright rows of `size`.
[[nodiscard]] Style label_style(const Style& base, Length size);

}  // namespace paiban::document
