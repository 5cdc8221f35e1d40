#include "document/template_frame.hpp"

#include "base/message_table.hpp"
#include "document/style_sheet.hpp"

namespace paiban::document {
namespace {

/// "3" → {3, 3}, "1-20" → {1, 20}.
std::optional<std::pair<int, int>> parse_range(std::string_view text) {
  const auto dash = text.find('-');
  const auto first = parse_whole(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : parse_whole(text.substr(dash + 1));
  if (!first || !last) return std::nullopt;
  return std::pair{*first, *last};
}

}  // namespace

std::optional<std::pair<int, int>> FrameReader::range(pugi::xml_node element, const char* attribute, int most) const {
  const std::string_view said = words_->required(element, attribute);
  if (said.empty()) return std::nullopt;
  const auto range = parse_range(said);
  if (!range || range->first < 1 || range->second < range->first) {
    words_->bad_value(element, attribute, "28, 1-20");
    return std::nullopt;
  }
  if (range->second > most) {
    words_->fault(Code::template_outside, words_->place(element, attribute),
                  {attribute, std::string(said), frame_->name, std::to_string(most)});
    return std::nullopt;
  }
  return range;
}

std::optional<Rows> FrameReader::rows(pugi::xml_node element, const char* attribute) const {
  const auto range = this->range(element, attribute, frame_->rows.count());
  if (!range) return std::nullopt;
  const int above = frame_->rows.first - 1;
  return Rows{above + range->first, above + range->second};
}

std::optional<ColumnSpan> FrameReader::columns(pugi::xml_node element, const char* attribute) const {
  const auto range = this->range(element, attribute, static_cast<int>(frame_->columns.size()));
  if (!range) return std::nullopt;
  return ColumnSpan{range->first, range->second};
}

std::optional<Length> FrameReader::height(pugi::xml_node element, const char* attribute) const {
  const std::string_view said = words_->text(element, attribute);
  if (said.empty()) return std::nullopt;
  const auto sign = said.find_first_of("+-");
  const auto row = parse_whole(said.substr(0, sign));
  const auto offset = sign == std::string_view::npos ? Length{} : parse_length(said.substr(sign), design_->grid.em);
  if (!row || *row < 1 || !offset) {
    words_->bad_value(element, attribute, "3+12pt, 18-1.5pt");
    return std::nullopt;
  }
  if (*row > frame_->rows.count() + 1) {
    words_->fault(Code::template_outside, words_->place(element, attribute),
                  {attribute, std::string(said), frame_->name, std::to_string(frame_->rows.count())});
    return std::nullopt;
  }
  return design_->grid.row_top(frame_->rows.first - 1 + *row) + *offset;
}

std::optional<Length> FrameReader::x(pugi::xml_node element, const char* attribute) const {
  const auto length = words_->length(element, attribute, design_->grid.em);
  if (!length) return std::nullopt;
  return frame_->x + *length;
}

Extent FrameReader::extent(pugi::xml_node element, Extent otherwise) const {
  const Length from = x(element, "x").value_or(otherwise.x);
  const Length to = x(element, "to").value_or(otherwise.x + otherwise.width);
  if (to <= from) words_->bad_value(element, element.attribute("to") ? "to" : "x", "x < to");
  return Extent{from, to - from};
}

/// The middle of the gutter right of column `gutter`.
std::optional<Length> FrameReader::gutter(pugi::xml_node element) const {
  const auto gutters = static_cast<int>(frame_->columns.size()) - 1;
  const auto which = range(element, "gutter", gutters);
  if (!which) return std::nullopt;
  const int number = which->first;
  const Length left = frame_->column_end({number, number});
  const Length right = frame_->column_start({number + 1, number + 1});
  return left + (right - left) / 2;
}

void FrameReader::rule(pugi::xml_node element, Extent otherwise, std::vector<RuleSpec>& rules) const {
  words_->expect(element, {"weight", "swatch", "x", "to", "gutter", "at", "until"});
  RuleSpec rule;
  rule.at = words_->place(element);
  static_cast<void>(words_->required(element, "weight"));
  rule.weight = weight_name(element, "weight", *words_, *design_);
  if (auto swatch = swatch_name(element, "swatch", *words_, *design_); !swatch.empty()) rule.swatch = std::move(swatch);
  static_cast<void>(words_->required(element, "at"));
  const Length top = height(element, "at").value_or(Length{});
  if (const auto bottom = height(element, "until")) {
    const auto x_there = element.attribute("gutter") ? gutter(element) : x(element, "x");
    if (!x_there && !element.attribute("gutter")) words_->missing(element, "x, gutter");
    if (*bottom <= top) words_->bad_value(element, "until", "at < until");
    const Length place = x_there.value_or(Length{});
    rule.from = {place, top};
    rule.to = {place, *bottom};
  } else {
    const Extent across = extent(element, otherwise);
    rule.from = {across.x, top};
    rule.to = {across.x + across.width, top};
  }
  rules.push_back(std::move(rule));
}

}  // namespace paiban::document
