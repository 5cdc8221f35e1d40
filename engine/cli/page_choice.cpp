#include "cli/page_choice.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/message_table.hpp"

namespace paiban::cli {
namespace {

struct FormatRow {
  Format format;
  std::string_view name, ending;
};
constexpr std::array<FormatRow, 5> formats{{{Format::pdf, "pdf", ".pdf"},
                                            {Format::png, "png", ".png"},
                                            {Format::svg, "svg", ".svg"},
                                            {Format::dump, "dump", ".dump"},
                                            {Format::trace, "trace", ".json"}}};

const FormatRow& row_of(Format format) { return *std::ranges::find(formats, format, &FormatRow::format); }

/// Calls `literal` with each character of `pattern` and `number` with each %d.
template <typename Literal, typename Number>
void read_pattern(std::string_view pattern, Literal literal, Number number) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char next = pattern[i] == '%' && i + 1 < pattern.size() ? pattern[i + 1] : '\0';
    if (next == 'd')
      number();
    else
      literal(pattern[i]);
    if (next == 'd' || next == '%') ++i;
  }
}

std::string list(std::span<const int> numbers) {
  std::string text;
  for (const int number : numbers) text += (text.empty() ? "" : ", ") + std::to_string(number);
  return text;
}

}  // namespace

std::string_view name_of(Format format) { return row_of(format).name; }

std::optional<Format> format_of(const std::filesystem::path& target) {
  const std::string ending = target.extension().string();
  const auto* row = std::ranges::find(formats, std::string_view(ending), &FormatRow::ending);
  return row == formats.end() ? std::nullopt : std::optional(row->format);
}

bool holds_many_pages(Format format) { return format != Format::png && format != Format::svg; }

Result<std::vector<std::size_t>> choose_pages(std::span<const int> numbers, int wanted) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (wanted == 0 || numbers[i] == wanted) chosen.push_back(i);
  }
  if (chosen.empty() && wanted != 0) {
    return tl::unexpected(Diagnostic{Code::no_such_page, {}, {std::to_string(wanted), list(numbers)}, {}, {}});
  }
  return chosen;
}

std::string page_name(std::string_view pattern, int number) {
  std::string name;
  read_pattern(
      pattern, [&](char c) { name += c; }, [&] { name += std::to_string(number); });
  return name;
}

bool tells_pages_apart(std::string_view pattern) {
  bool found = false;
  read_pattern(
      pattern, [](char) {}, [&] { found = true; });
  return found;
}

std::string default_target(const std::filesystem::path& issue, Format format, std::size_t pages) {
  if (issue == "-") return "-";
  std::string stem;  // a per cent sign of the issue's own name is not ours
  for (const char c : issue.stem().string()) stem += c == '%' ? "%%" : std::string(1, c);
  return stem + (!holds_many_pages(format) && pages > 1 ? "-%d" : "") + std::string(row_of(format).ending);
}

}  // namespace paiban::cli
