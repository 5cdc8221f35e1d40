#pragma once
// Collects what is found: of one kind on one page the first is kept and the others are counted.

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "preflight/finding.hpp"

namespace paiban::preflight {

class Bill {
 public:
  explicit Bill(finish::Flavour flavour) : flavour_(flavour) {}

  [[nodiscard]] finish::Flavour flavour() const { return flavour_; }
  [[nodiscard]] bool for_press() const { return is_for_press(flavour_); }
  [[nodiscard]] bool holds(Check check) const { return !clause_of(check, flavour_).empty(); }

  /// Nothing where the check does not hold for the flavour.
  void add(Check check, Place place, std::vector<std::string> arguments = {});

  /// What was found, in the order of the table, then of the pages.
  [[nodiscard]] std::vector<Finding> take();

 private:
  /// A page, a font and the first word of a message: what is said once.
  using Kind = std::tuple<Check, int, std::string, std::string>;
  finish::Flavour flavour_;
  std::map<Kind, Finding> findings_;
};

}  // namespace paiban::preflight
