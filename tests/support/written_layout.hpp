#pragma once
// A page's structure written as an issue's <layout> and read again.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "document/issue_layouts.hpp"
#include "document/layout_writer.hpp"

namespace paiban::test {

inline void forget_places(std::vector<document::Region>& regions) {
  for (document::Region& region : regions) {
    region.at = {};
    for (document::Slot& slot : region.slots) slot.at = {};
    for (document::LegSpec& leg : region.legs) leg.at = {};
    for (document::RuleSpec& rule : region.rules) rule.at = {};
    for (document::White& white : region.whites) white.at = {};
    forget_places(region.regions);
  }
}

/// Without the places in the file.
inline std::vector<document::Zone> placeless(std::vector<document::Zone> zones) {
  for (document::Zone& zone : zones) {
    zone.at = {};
    for (document::RuleSpec& rule : zone.rules) rule.at = {};
    for (document::White& white : zone.whites) white.at = {};
    forget_places(zone.regions);
  }
  return zones;
}

/// As page 1 of an issue whose elements have `prefix`.
inline std::vector<document::Zone> there_and_back(const std::vector<document::Zone>& zones, const document::Template& design,
                                                  const std::string& prefix = "") {
  const std::string xmlns = prefix.empty() ? "xmlns" : "xmlns:" + prefix.substr(0, prefix.size() - 1);
  const std::string bytes = "<" + prefix + "issue " + xmlns + "=\"urn:paiban:issue\"><" + prefix + "page number=\"1\">\n" +
                            document::layout_xml(zones, design.grid, "  ", prefix) + "</" + prefix + "page></" + prefix +
                            "issue>";
  Report report;
  const auto file = document::IssueFile::parse(bytes, "issue.xml", {}, report);
  EXPECT_TRUE(file) << bytes;
  if (!file) return {};
  auto layouts = document::read_layouts(*file, design, report);
  if (!layouts) report.add(layouts.error());
  for (const Diagnostic& each : report.diagnostics()) ADD_FAILURE() << report.text(each, Language::english) << bytes;
  return layouts ? layouts->at(1) : std::vector<document::Zone>{};
}

}  // namespace paiban::test
