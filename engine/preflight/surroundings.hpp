#pragma once
// What the contents of all pages of a file have in common.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "preflight/bill.hpp"
#include "preflight/font.hpp"

namespace paiban::preflight {

/// What device colours mean in the file: the components of its output intent's profile; 0: there is none.
struct IntentColours {
  int components = 0;
};

struct Surroundings {
  Bill& bill;
  const Expectation& expected;
  IntentColours intent = {};
  std::map<QPDFObjGen, std::unique_ptr<Font>> fonts = {};  ///< each read once
  std::set<QPDFObjGen> pictures = {};                      ///< whose samples have been looked at
  /// By page, then by content stream's owner: the MCIDs that were marked.
  std::map<int, std::set<int>> marked = {};
};

}  // namespace paiban::preflight
