#include "cli/check_pdf.hpp"

#include <array>
#include <map>
#include <utility>

#include "base/mapped_file.hpp"
#include "document/input_file.hpp"
#include "preflight/preflight.hpp"

namespace paiban::cli {
namespace {

constexpr std::size_t most_bytes = std::size_t{512} << 20U;
constexpr std::size_t most_profile_bytes = std::size_t{16} << 20U;

/// What the file is held to: what was asked for, else what it says it is where that fits the profile, else the profile's first.
finish::Flavour choose_flavour(std::string_view bytes, const PdfCheckWish& wish, std::optional<Profile> profile) {
  if (wish.flavour) return *wish.flavour;
  const auto claimed = preflight::claimed_flavour(bytes);
  const bool named = profile && *profile != Profile::proof;
  if (claimed && (!named || is_for_press(*claimed) == (*profile == Profile::press))) return *claimed;
  return profile == Profile::archive ? finish::Flavour::a2u : finish::Flavour::x4;
}

}  // namespace

void add_pdf_check_options(CLI::App& line, PdfCheckWish& wish, Session& session) {
  std::map<std::string, finish::Flavour> flavours;
  for (const auto flavour :
       {finish::Flavour::x4, finish::Flavour::x1a, finish::Flavour::a2u, finish::Flavour::a3u, finish::Flavour::a1b})
    flavours.emplace(finish::name_of(flavour), flavour);
  line.add_option_function<finish::Flavour>(
          "--flavour", [&wish](finish::Flavour flavour) { wish.flavour = flavour; },
          std::string(session.say("of a PDF: the standard to hold it to: x4, x1a, a2u, a3u or a1b; default: by the profile, "
                                  "and by what the file says it is",
                                  "检查 PDF 时所用的标准：x4、x1a、a2u、a3u 或 a1b；默认按 --profile 和文件自身的标明")))
      ->transform(CLI::CheckedTransformer(flavours))
      ->option_text("FLAVOUR");
  line.add_option("--icc", wish.icc,
                  std::string(session.say("of a PDF: the ICC profile that its output intent must hold",
                                          "检查 PDF 时：输出意图应含的 ICC 特性文件")))
      ->option_text("FILE");
  line.add_option("--ink-limit", wish.ink_limit,
                  std::string(session.say("of a PDF for the press: the most ink, in per cent; 0: any; default 240",
                                          "检查送印 PDF 时：总墨量上限（%）；0 为不限；默认 240")))
      ->check(CLI::Range(0, 400))
      ->option_text("N");
}

std::optional<std::string> read_pdf(const std::string& path) {
  if (path == "-") return std::nullopt;  // what is not there to be read twice is an issue
  auto bytes = read_whole(path, most_bytes);
  return bytes && preflight::looks_like_pdf(*bytes) ? std::optional(*std::move(bytes)) : std::nullopt;
}

void check_pdf(const std::string& path, std::string_view bytes, const PdfCheckWish& wish, std::optional<Profile> profile,
               Session& session) {
  const SourcePlace at{session.report.file(path), 0, 0};
  std::string icc;
  if (!wish.icc.empty()) {
    auto read = document::read_input(wish.icc, most_profile_bytes, session.report);
    if (!read) return session.report.add(std::move(read).error());
    icc = *std::move(read);
  }
  const finish::Flavour flavour = choose_flavour(bytes, wish, profile);
  auto found = preflight::preflight(bytes, {flavour, preflight::Depth::full, icc, wish.ink_limit});
  if (!found) {
    found.error().at = at;
    return session.report.add(std::move(found).error());
  }
  for (const preflight::Finding& finding : *found) session.report.add(to_diagnostic(finding, flavour, at, session.language));
}

}  // namespace paiban::cli
