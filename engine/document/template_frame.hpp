#pragma once
// What x, columns and rows count from: the type area for furniture, a zone for all that stands in it.

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "document/template.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {

/// First and last column, from 1.
struct ColumnSpan {
  int first = 1, last = 1;
};

/// A part of the page with its own origin. `rows` are of the page; what the XML says counts from 1 at their top.
struct Frame {
  std::string name;  ///< in messages
  Length x, width;
  Rows rows;
  std::vector<Column> columns;

  [[nodiscard]] Length column_start(const ColumnSpan& span) const { return columns[static_cast<std::size_t>(span.first - 1)].x; }
  [[nodiscard]] Length column_end(const ColumnSpan& span) const {
    const Column& last = columns[static_cast<std::size_t>(span.last - 1)];
    return last.x + last.width;
  }
};

/// Where something stands from left to right.
struct Extent {
  Length x, width;
};

/// Reads places within one frame. Everything it gives is resolved to the page.
class FrameReader {
 public:
  FrameReader(Vocabulary& words, const Template& design, const Frame& frame) : words_(&words), design_(&design), frame_(&frame) {}

  [[nodiscard]] const Frame& frame() const { return *frame_; }

  /// "28" or "1-20", reported where they lie outside the frame; nullopt where there are none to use.
  [[nodiscard]] std::optional<Rows> rows(pugi::xml_node element, const char* attribute = "rows") const;
  [[nodiscard]] std::optional<ColumnSpan> columns(pugi::xml_node element, const char* attribute = "columns") const;

  /// "3+12pt": below (or above) the top of a row, the one after the last too. nullopt where there is no such attribute.
  [[nodiscard]] std::optional<Length> height(pugi::xml_node element, const char* attribute) const;

  /// Attribute `attribute` from the frame's left.
  [[nodiscard]] std::optional<Length> x(pugi::xml_node element, const char* attribute) const;

  /// x … to, `otherwise` where either is not given.
  [[nodiscard]] Extent extent(pugi::xml_node element, Extent otherwise) const;

  /// A <rule>: horizontal over `otherwise` or x … to, or with `until` vertical at x or in the middle of a gutter.
  void rule(pugi::xml_node element, Extent otherwise, std::vector<RuleSpec>& rules) const;

 private:
  [[nodiscard]] std::optional<std::pair<int, int>> range(pugi::xml_node element, const char* attribute, int most) const;
  [[nodiscard]] std::optional<Length> gutter(pugi::xml_node element) const;

  Vocabulary* words_;
  const Template* design_;
  const Frame* frame_;
};

}  // namespace paiban::document
