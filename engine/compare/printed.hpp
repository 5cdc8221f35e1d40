#pragma once
// What stands where on the pages of an issue: as much of a trace (report/trace.hpp) as two printings are compared by.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/length.hpp"
#include "engine.hpp"

namespace paiban::compare {

/// A place in the composing room's words: 一版 头条 第2栏 第14行.
struct Spot {
  int page = 0;
  std::string role;  ///< of a head: "headline"; empty: running text
  int leg = 0;       ///< 第2栏, from 1; 0: a head
  int line = 0;      ///< 第14行 of its leg or head, from 1
  friend bool operator==(const Spot&, const Spot&) = default;
};

struct Line {
  Spot spot;
  std::string text;
  std::string style;
  Point at;    ///< where it begins, on its baseline
  Length set;  ///< its width
  Length size;
  Ratio tracking;
  bool hyphenated = false;
};

/// One story on one page: its heads, then its legs.
struct Story {
  std::string id;
  std::string kind;  ///< "lead"
  std::vector<Line> lines;

  [[nodiscard]] std::string headline() const;
};

struct Picture {
  std::string story;
  Box box;
};

struct Page {
  int number = 0;
  Length width, height;
  Length row;  ///< the grid's
  std::vector<Story> stories;
  std::vector<Picture> pictures;
  std::vector<Line> furniture;
  std::vector<Box> rules;  ///< from, to; a rule's weight is not compared
};

struct Printed {
  std::string issue, date, design;
  std::vector<Page> pages;
  std::set<std::string> names;  ///< that are not to be parted when words are compared; of traces none are known
};

/// Reads a trace. Error: cannot_read, naming `file`.
[[nodiscard]] Result<Printed> read_trace(std::string_view json, const std::string& file);

/// What a set issue shows, with the names that its copy and the house's words mark.
[[nodiscard]] Printed printed_of(const Edition& edition);

}  // namespace paiban::compare
