#pragma once
// 调整: what was done to fit a story beyond setting its lines, and what would make one fit that does not.

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/length.hpp"
#include "base/source.hpp"

namespace paiban::page {

/// A means of the editor's own that was used.
struct Lever {
  enum class Kind : std::uint8_t {
    cut,          ///< 可删: `characters` of `paragraph`, of `rank`
    alternative,  ///< 备用标题, the `rank`-th
    filler,       ///< 补白 below the story, `rows` with its rule
  };
  Kind kind{};
  int rank = 0;
  int characters = 0;
  int paragraph = 0;  ///< of the running text, from 1
  int rows = 0;
  std::string words;  ///< beginning and end of what was cut; the headline that stands there; the filler's beginning
  SourcePlace at;
};

/// One way out for a story that does not fit, in numbers.
struct Cure {
  enum class Kind : std::uint8_t {
    cut,            ///< about `characters` in `paragraph`
    add,            ///< the same
    head_size,      ///< headline of size `from` in size `to`, which frees `rows`
    head_row,       ///< headline in one row fewer, which frees `rows`
    head_slot,      ///< headline as it is, in `rows` fewer
    picture_lower,  ///< 压低图片 by `rows`
    picture_higher,
    region_longer,  ///< the story's place, by `rows`
    region_shorter,
  };
  Kind kind{};
  int characters = 0;
  int paragraph = 0;  ///< of the running text, from 1
  int rows = 0;
  Length from{}, to{};
  std::string words{};  ///< of a picture: of its story, where it is another's
  std::int64_t price = 0;
};

/// "cut about 41 characters in paragraph 2", "headline 34 → 30 pt", "the picture 1 row lower"
[[nodiscard]] std::string words_of(const Cure& cure, Language language);
/// All of them, ", or" between them.
[[nodiscard]] std::string words_of(const std::vector<Cure>& cures, Language language);
/// "cut, rank 1, 12 characters in paragraph 2: 记者在会上…得到好评"
[[nodiscard]] std::string words_of(const Lever& lever, Language language);

}  // namespace paiban::page
