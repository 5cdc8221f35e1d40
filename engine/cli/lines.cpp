// paiban lines: paragraphs alone.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "document/input_file.hpp"
#include "document/template_reader.hpp"
#include "report/lines.hpp"

namespace paiban::cli {
namespace {

/// As much as an issue may be (document::XmlFile::most_bytes).
constexpr std::size_t most_bytes = std::size_t{16} << 20U;

struct LinesWish {
  std::string copy = "-";
  std::string template_id;  ///< empty: the default one
  report::LinesRequest request;
  bool json = false;
};

/// Bytes that are no UTF-8 are refused with their place, as in an issue's file.
Result<void> require_utf8(std::string_view copy, FileId file) {
  const std::size_t bad = find_malformed(copy);
  if (bad == copy.size()) return {};
  const std::string_view before = copy.substr(0, bad);
  const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1);
  const std::string_view row = before.substr(before.rfind('\n') + 1);  // npos + 1 is 0: the first line
  const auto column = static_cast<std::uint32_t>(count_code_points(row) + 1);
  const auto byte = static_cast<unsigned>(static_cast<unsigned char>(copy[bad]));
  return tl::unexpected(
      Diagnostic{Code::xml_bad_utf8, {file, line, column}, {fmt::format("{:02X}", byte), std::to_string(bad)}, {}, {}});
}

Result<std::string> set(const LinesWish& wish, const Data& data, Report& report) {
  auto copy = document::read_input(wish.copy, most_bytes, report);
  if (!copy) return tl::unexpected(std::move(copy).error());
  const FileId name = report.file(wish.copy);
  if (auto sound = require_utf8(*copy, name); !sound) return tl::unexpected(std::move(sound).error());
  auto design = document::read_named_template(data.folder, wish.template_id, {}, report);
  if (!design) return tl::unexpected(std::move(design).error());
  const auto paragraphs = report::set_lines(*copy, name, wish.request, *design, data.fonts, report);
  if (!paragraphs) return tl::unexpected(paragraphs.error());
  return wish.json ? report::lines_json(*paragraphs) : report::lines_text(*paragraphs);
}

class Lines final : public Command {
 public:
  LinesWish wish;

  Exit run(Session& session) override {
    if (const auto data = open_data(session)) {
      auto text = set(wish, *data, session.report);
      if (!text)
        session.report.add(std::move(text).error());
      else
        (void)write_to("-", *text, session);  // the report has it
    }
    if (wish.json)
      print_diagnostics_as_json_lines(session);
    else
      print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }
};

CLI::Validator is_tracking() {
  return {
      [](const std::string& text) { return parse_ratio(text) ? std::string{} : "'" + text + "' is no share of an em (0.02)"; },
      "TRACKING"};
}

void add_setting_options(CLI::App& line, report::LinesRequest& request, const Session& session) {
  line.add_option("--measure", request.measure,
                  std::string(session.say("width of a line: 16.5em, 52mm", "行长，如 16.5em、52mm")))
      ->required()
      ->option_text("LENGTH");
  line.add_option("--size", request.size,
                  std::string(session.say("size of the type instead of the style's", "字号，代替样式的字号")))
      ->option_text("LENGTH");
  line.add_option("--style", request.style,
                  std::string(session.say("style of the template; default body", "模板中的样式；默认 body")))
      ->option_text("NAME");
  line.add_option_function<std::string>(
          // Nought needs no unit.
          "--indent", [&request](const std::string& text) { request.indent = text == "0" ? "0em" : text; },
          std::string(session.say("indent of first lines instead of the style's", "首行缩进，代替样式的缩进")))
      ->option_text("LENGTH");
  line.add_option_function<std::string>(
          "--tracking", [&request](const std::string& text) { request.tracking = parse_ratio(text); },
          std::string(
              session.say("tracking in em; default: what best needs, at most 0.02", "字距（em）；默认由 best 决定，不超过 0.02")))
      ->check(is_tracking())
      ->option_text("EM");
  const std::map<std::string, paragraph::Composer> composers{{"press", paragraph::Composer::press},
                                                             {"best", paragraph::Composer::best}};
  line.add_option("--composer", request.composer,
                  std::string(session.say("press (first fit) or best (whole paragraph); default best",
                                          "press（逐行）或 best（整段优化）；默认 best")))
      ->transform(CLI::CheckedTransformer(composers))
      ->option_text("press|best");
  line.add_option("--lines", request.count, std::string(session.say("exactly so many lines", "恰好排成若干行")))
      ->check(CLI::PositiveNumber)
      ->option_text("N");
}

}  // namespace

Offer offer_lines(CLI::App& app, Session& session) {
  auto lines = std::make_unique<Lines>();
  LinesWish& wish = lines->wish;
  CLI::App* line =
      add_command(app, session, "lines", session.say("sets paragraphs alone, one paragraph a line", "单独排段落，一行一段"),
                  "paiban lines copy.txt --measure 16.5em --composer press");
  line->add_option("FILE", wish.copy,
                   std::string(session.say("the copy; - or nothing is standard input", "文稿；- 或不写为标准输入")))
      ->option_text(" ");
  line->add_option("--template", wish.template_id,
                   std::string(session.say("template of the styles; default: the one in templates/DEFAULT",
                                           "样式所在模板；默认见 templates/DEFAULT")))
      ->option_text("ID");
  add_setting_options(*line, wish.request, session);
  line->add_flag("--json", wish.json, std::string(session.say("lines with their figures as JSON", "以 JSON 输出各行数据")));
  line->add_flag("--curve", wish.request.curve,
                 std::string(session.say("the reachable line counts with their costs", "可达行数及其代价")));
  return {line, std::move(lines)};
}

}  // namespace paiban::cli
