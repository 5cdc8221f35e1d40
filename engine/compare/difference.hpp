#pragma once
// What differs between two printings: words, lines, pictures, and how much stands where it stood.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare/printed.hpp"

namespace paiban::compare {

/// 核红: words that gave way to others, with what stands around them.
struct WordChange {
  std::string before, after;  ///< a few characters at each side, the same in both
  std::string was, now;       ///< either may be empty
  Spot was_at, now_at;        ///< where they begin; of an empty one, where it would
};

/// A line that does not stand as it stood.
struct LineChange {
  enum class Kind : std::uint8_t {
    moved,     ///< the same words elsewhere
    reset,     ///< the same words in the same place, set otherwise: looser, tighter, in another style
    reworded,  ///< a word in it was changed; it begins and is set as the line that it takes the place of
    rebroken,  ///< its words, or some of them, stood in other lines
    added,     ///< a line more than there was: of a story that is new
    gone,      ///< a line of a story that is there no more
  };
  Kind kind{};
  std::string text;
  std::optional<Spot> was, now;
  Length right, down;  ///< how far moved
  Ratio was_tracking, tracking;
};

struct StoryChange {
  enum class Kind : std::uint8_t { kept, added, gone };
  Kind kind = Kind::kept;
  std::string id, role, headline;  ///< as it is now; as it was, where it is gone
  int was_page = 0, page = 0;      ///< 0: not there
  std::vector<WordChange> words;
  std::vector<LineChange> lines;
};

struct PictureChange {
  std::string story;
  int page = 0;
  std::optional<Box> was, now;  ///< nothing: not there
};

struct PageChange {
  int number = 0;
  bool added = false, gone = false, size = false;  ///< the paper's size
  int rules = 0;                                   ///< rules that are not where one was
  std::vector<WordChange> words;                   ///< of the furniture
  std::vector<LineChange> furniture;
  std::vector<PictureChange> pictures;

  [[nodiscard]] bool any() const { return added || gone || size || rules != 0 || !furniture.empty() || !pictures.empty(); }
};

struct Difference {
  int pages = 0;      ///< of the new printing
  int lines = 0;      ///< of the old printing, furniture included
  int unchanged = 0;  ///< of these, with the same words in the same place, set the same
  int reworded = 0;   ///< in place but for the word that was changed
  int moved = 0;      ///< of either printing: moved, set otherwise, broken anew, added, gone
  Length row;         ///< of the grid, to say how far something moved
  std::vector<PageChange> pages_changed;
  std::vector<StoryChange> stories;  ///< those that changed

  [[nodiscard]] bool any() const { return !pages_changed.empty() || !stories.empty(); }
};

/// Stories are found again by their id, first on the same page.
[[nodiscard]] Difference compare(const Printed& was, const Printed& now);

}  // namespace paiban::compare
