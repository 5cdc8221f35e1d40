#include "report/lines.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/message_table.hpp"
#include "document/normalise.hpp"
#include "page/line_troubles.hpp"
#include "page/setting.hpp"
#include "paragraph/best_fit.hpp"
#include "paragraph/costs.hpp"
#include "paragraph/ruler.hpp"
#include "report/numbers.hpp"
#include "report/spending.hpp"
#include "text/shape.hpp"

namespace paiban::report {
namespace {

using Json = nlohmann::ordered_json;
using paragraph::Composer;
using paragraph::Line;
using paragraph::Setting;
using text::ShapedParagraph;

/// The request's words as figures.
struct Figures {
  document::Style style;
  Setting setting;
};

Result<Length> length_of(const std::string& words, std::string_view what, Length em) {
  const auto length = parse_length(words, em);
  if (!length || *length < Length{})
    return tl::unexpected(Diagnostic{Code::not_a_length, {}, {std::string(what), words}, {}, {}});
  return *length;
}

Result<Figures> read_figures(const LinesRequest& request, const document::Template& design) {
  const document::Style* style = design.style(request.style);
  if (style == nullptr) return tl::unexpected(Diagnostic{Code::no_such_style, {}, {request.style, design.id}, {}, {}});
  Figures figures{*style, {}};
  if (request.size) {
    const auto size = length_of(*request.size, "--size", style->size);
    if (!size) return tl::unexpected(size.error());
    figures.style.size = *size;
  }
  // 长扁 is across the line where lines are vertical.
  const bool vertical = style->writing == document::Writing::vertical;
  const Length em = vertical ? figures.style.size : figures.style.size * figures.style.scale_x;
  const auto measure = length_of(request.measure, "--measure", em);
  if (!measure) return tl::unexpected(measure.error());
  figures.setting = page::setting_for(figures.style, em, *measure);
  if (request.indent) {
    const auto indent = length_of(*request.indent, "--indent", em);
    if (!indent) return tl::unexpected(indent.error());
    figures.setting.indent = *indent;
  }
  if (figures.setting.measure <= std::max(figures.setting.indent, figures.setting.indent_rest))
    return tl::unexpected(Diagnostic{Code::not_a_length, {}, {"--measure", request.measure}, {}, {}});
  figures.setting.tracking = request.tracking.value_or(Ratio{});
  if (!request.tracking) figures.setting.tightening = paragraph::tightest;
  return figures;
}

void report_unreached(int wanted, const paragraph::OutOfReach& reach, SourcePlace place, Report& report) {
  report.add(wanted < reach.least ? Code::too_few_lines : Code::too_many_lines, place,
             {std::to_string(wanted), std::to_string(reach.least), std::to_string(reach.most), std::to_string(reach.characters)});
}

/// In exactly as many lines as were asked for; without lines, and a report, where they are out of reach.
void set_exact(SetParagraph& set, int count, const Setting& setting, SourcePlace place, Report& report) {
  auto exact = paragraph::set_exactly(set.text, setting, count);
  if (!exact) {
    report_unreached(count, exact.error(), place, report);
    return;
  }
  set.lines = std::move(exact->lines);
  set.spent = exact->spent;
}

/// `press` sets what it sets: another count is out of its reach.
void set_by_press(SetParagraph& set, std::optional<int> count, const Setting& setting, SourcePlace place, Report& report) {
  auto lines = *compose(set.text, setting, Composer::press);
  const auto own = static_cast<int>(lines.size());
  if (count && *count != own) {
    const auto exact = paragraph::set_exactly(set.text, setting, *count);
    report_unreached(*count, {own, own, exact ? 0 : exact.error().characters}, place, report);
    return;
  }
  set.lines = std::move(lines);
}

void set_paragraph(SetParagraph& set, const LinesRequest& request, const Setting& setting, SourcePlace place, Report& report) {
  if (request.composer == Composer::press)
    set_by_press(set, request.count, setting, place, report);
  else if (request.count)
    set_exact(set, *request.count, setting, place, report);
  else
    set.lines = *compose(set.text, setting, Composer::best);
}

void report_lines(const SetParagraph& set, SourcePlace place, Report& report) {
  for (const Line& line : set.lines)
    for (page::LineTrouble& trouble : page::troubles_in(set.text, line))
      report.add(trouble.code, place, std::move(trouble.arguments));
}

std::string_view text_of(const SetParagraph& set, const Line& line) {
  const std::uint32_t start = set.text.units[line.first].start;
  return std::string_view(set.text.text).substr(start, set.text.units[line.last - 1].end - start);
}

Json to_json(const SetParagraph& set, const Line& line) {
  const Length em = set.text.em;
  const double gap = line.places == 0 ? 0.0 : in_em(line.set - line.natural, em * line.places);
  return {{"text", text_of(set, line)},
          {"start", set.text.units[line.first].start},
          {"end", set.text.units[line.last - 1].end},
          {"measure", in_em(line.measure, em)},
          {"natural", in_em(line.natural, em)},
          {"places", line.places},
          {"set", in_em(line.set, em)},
          {"gap", gap},
          {"tracking", plain(line.tracking)},
          {"trim_start", in_em(line.trim_start, em)},
          {"trim_end", in_em(line.trim_end, em)},
          {"hyphenated", line.hyphenated}};
}

/// Costs as the root of their points, in em: what the lines' gaps would be if all were one.
double shown(paragraph::Cost cost) { return rounded(std::sqrt(static_cast<double>(cost)) / precision); }

}  // namespace

Result<std::vector<SetParagraph>> set_lines(std::string_view copy, FileId file, const LinesRequest& request,
                                            const document::Template& design, const font::FontCatalogue& fonts, Report& report) {
  const auto figures = read_figures(request, design);
  if (!figures) return tl::unexpected(figures.error());
  text::TextShaper shaper(fonts);
  std::vector<SetParagraph> out;
  std::uint32_t number = 0;
  while (!copy.empty()) {
    const std::string_view row = copy.substr(0, copy.find('\n'));
    copy.remove_prefix(std::min(copy.size(), row.size() + 1));
    const SourcePlace place{file, ++number, 1};
    document::PlannedText planned;
    planned.text = document::normalise({std::string(row), {}, {}, {{0, place}}}, document::Corrections::all(), report);
    if (planned.text.empty()) continue;
    auto shaped = shaper.shape(planned, figures->style, report);
    if (!shaped) return tl::unexpected(std::move(shaped).error());
    SetParagraph set{std::move(*shaped), {}, std::nullopt, std::nullopt};
    set_paragraph(set, request, figures->setting, place, report);
    if (request.curve) set.curve = paragraph::BestFit(paragraph::Ruler(set.text), figures->setting).curve();
    report_lines(set, place, report);
    out.push_back(std::move(set));
  }
  return out;
}

std::string lines_text(const std::vector<SetParagraph>& paragraphs) {
  std::string out;
  for (const SetParagraph& set : paragraphs) {
    for (const Line& line : set.lines) out += fmt::format("{}{}\n", text_of(set, line), line.hyphenated ? "-" : "");
    if (set.curve)
      for (int lines = set.curve->least; lines <= set.curve->most(); ++lines)
        if (const auto cost = set.curve->at(lines)) out += fmt::format("# {} {:.4f}\n", lines, shown(*cost));
    out += '\n';
  }
  return out;
}

std::string lines_json(const std::vector<SetParagraph>& paragraphs) {
  Json out = Json::array();
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    Json lines = Json::array();
    for (const Line& line : paragraphs[i].lines) lines.push_back(to_json(paragraphs[i], line));
    Json paragraph{{"paragraph", i}, {"lines", std::move(lines)}};
    if (const auto& spent = paragraphs[i].spent) paragraph["spent"] = spending_json(*spent, paragraphs[i].text.em);
    if (const auto& curve = paragraphs[i].curve) {
      Json& reach = paragraph["curve"] = Json::array();
      for (int count = curve->least; count <= curve->most(); ++count)
        if (const auto cost = curve->at(count)) reach.push_back({{"lines", count}, {"cost", shown(*cost)}});
    }
    out.push_back(std::move(paragraph));
  }
  return out.dump(1) + "\n";
}

}  // namespace paiban::report
