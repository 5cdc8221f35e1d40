// paiban deliver: one PDF a page for the press, under the names it wants, and a list of their sums.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "base/sha256.hpp"
#include "cli/name_pattern.hpp"
#include "cli/page_choice.hpp"
#include "cli/sealed.hpp"
#include "finished_pdf.hpp"
#include "render/context.hpp"
#include "render/new_file.hpp"

namespace paiban::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int most_versions = 999;
constexpr std::size_t most_pdf_bytes = std::size_t{1} << 30U;

/// A page as it lies in the folder.
struct Delivered {
  int page = 0, version = 0;
  std::string name, sha256;
  bool is_new = false;
};

class Deliver final : public Command {
 public:
  IssueWish wish;
  std::string folder, names{usual_name_pattern}, icc;
  finish::Flavour flavour = finish::Flavour::x4;
  int page = 0;  ///< 0: all
  bool sealed = false, json = false;

  Exit run(Session& session) override {
    deliver(session);
    print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }

 private:
  void deliver(Session& session) {
    auto pattern = NamePattern::parse(names);
    if (!pattern) return session.report.add(std::move(pattern).error());
    std::optional<SealWatch> watch;
    if (sealed && !(watch = SealWatch::begin(wish, session))) return;
    auto issue = set_issue(wish, session);
    if (!issue || !still_makes_a_page(session.report, wish.profile)) return;
    if (watch && !watch->holds(*issue, icc, session)) return;
    const auto pages = draw(*issue);
    if (!pages) return session.report.add(pages.error());
    if (watch && !watch->lies_still(session)) return;
    const auto written = write(*pages, *pattern, fields_of(*issue), session);
    if (written) static_cast<void>(write_to("-", json ? json_of(*written) : text_of(*written, session), session));
  }

  /// Every page as a file of its own, by its number. Afterwards the edition has one of them alone.
  [[nodiscard]] Result<std::map<int, std::string>> draw(SetIssue& issue) const {
    Edition& edition = issue.edition;
    std::vector<int> numbers;
    for (const paint::DisplayList& list : edition.lists) numbers.push_back(list.page);
    const auto chosen = choose_pages(numbers, page);
    if (!chosen) return tl::unexpected(chosen.error());
    render::RenderContext context(issue.data.fonts, std::move(edition.pictures));
    const auto lists = std::move(edition.lists);
    const auto composed = std::move(edition.pages);
    std::map<int, std::string> pdfs;
    for (const std::size_t i : *chosen) {
      edition.lists = {lists[i]};
      edition.pages = {composed[i]};
      auto pdf = finished_pdf(edition, {flavour, issue.data.folder, icc}, context);
      if (!pdf) return tl::unexpected(std::move(pdf).error());
      pdfs.emplace(numbers[i], *std::move(pdf));
    }
    return pdfs;
  }

  [[nodiscard]] static NameFields fields_of(const SetIssue& issue) {
    const document::Issue& about = issue.edition.plan.issue;
    NameFields fields;
    fields.paper = issue.edition.plan.design.short_name;
    fields.date = fmt::format("{:04}-{:02}-{:02}", about.date.year, about.date.month, about.date.day);
    fields.number = about.number > 0 ? fmt::to_string(about.number) : std::string();
    return fields;
  }

  /// The newest version of every page that lies in the folder when all is written; nullopt after reporting.
  [[nodiscard]] std::optional<std::vector<Delivered>> write(const std::map<int, std::string>& pages, const NamePattern& pattern,
                                                            NameFields fields, Session& session) const {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
      session.report.add(Code::cannot_write, {}, {folder, failed.message()});
      return std::nullopt;
    }
    std::vector<Delivered> all;
    for (const auto& [number, bytes] : pages) {
      fields.page = number;
      auto delivered = write(bytes, pattern, fields);
      if (!delivered) {
        session.report.add(std::move(delivered).error());
        return std::nullopt;
      }
      all.push_back(*std::move(delivered));
    }
    add_others(pattern, fields, all);
    std::string list;
    for (const Delivered& each : all) list += fmt::format("{}  {}\n", each.sha256, each.name);
    const fs::path list_file = fs::path(folder) / fmt::format("{}-{}.sha256", fields.paper, fields.date);
    return write_to(list_file, list, session) ? std::optional(std::move(all)) : std::nullopt;  // last of all
  }

  /// Nothing is written where the newest version has these very bytes; otherwise the next one, which no other file has.
  [[nodiscard]] Result<Delivered> write(const std::string& bytes, const NamePattern& pattern, NameFields fields) const {
    Delivered delivered{fields.page, newest(pattern, fields), {}, sha256_of(bytes), false};
    fields.version = delivered.version;
    delivered.name = pattern.name(fields);
    if (delivered.version > 0 && sum_of(delivered.name) == delivered.sha256) return delivered;
    while (++delivered.version <= most_versions) {
      fields.version = delivered.version;
      delivered.name = pattern.name(fields);
      const auto written = render::write_if_absent(fs::path(folder) / delivered.name, bytes);
      if (!written) return tl::unexpected(written.error());
      delivered.is_new = true;
      if (*written) return delivered;
    }
    return tl::unexpected(Diagnostic{Code::cannot_write, {}, {delivered.name, "too many versions"}, {}, {}});
  }

  /// The highest version of a page in the folder; 0: there is none.
  [[nodiscard]] int newest(const NamePattern& pattern, NameFields fields) const {
    int found = 0;
    std::error_code unknown;
    for (fields.version = 1; fields.version <= most_versions; ++fields.version)
      if (fs::exists(fs::path(folder) / pattern.name(fields), unknown)) found = fields.version;
    return found;
  }

  [[nodiscard]] std::string sum_of(const std::string& name) const {
    const auto bytes = MappedFile::open(fs::path(folder) / name, most_pdf_bytes);
    return bytes ? sha256_of(bytes->bytes()) : std::string();
  }

  /// Pages of the issue that were delivered before and are not now: they stay on the list.
  void add_others(const NamePattern& pattern, NameFields fields, std::vector<Delivered>& all) const {
    constexpr int most_pages = 999;
    if (page == 0) return;
    for (fields.page = 1; fields.page <= most_pages; ++fields.page) {
      if (std::ranges::find(all, fields.page, &Delivered::page) != all.end()) continue;
      fields.version = 1;
      std::error_code unknown;
      if (!fs::exists(fs::path(folder) / pattern.name(fields), unknown)) continue;
      fields.version = newest(pattern, fields);
      const std::string name = pattern.name(fields);
      all.push_back({fields.page, fields.version, name, sum_of(name), false});
    }
    std::ranges::sort(all, {}, &Delivered::page);
  }

  static std::string text_of(const std::vector<Delivered>& all, const Session& session) {
    std::string text;
    for (const Delivered& each : all)
      text += fmt::format("{} {}\n", each.name,
                          each.is_new ? session.say("written", "已写出") : session.say("as it was", "未变，不重写"));
    return text;
  }

  static std::string json_of(const std::vector<Delivered>& all) {
    Json files = Json::array();
    for (const Delivered& each : all)
      files.push_back({{"name", each.name},
                       {"page", each.page},
                       {"version", each.version},
                       {"sha256", each.sha256},
                       {"written", each.is_new}});
    return Json{{"files", files}}.dump() + "\n";
  }
};

}  // namespace

Offer offer_deliver(CLI::App& app, Session& session) {
  auto deliver = std::make_unique<Deliver>();
  deliver->wish.profile = Profile::press;
  CLI::App* line =
      add_command(app, session, "deliver", session.say("writes one PDF a page for the press", "向印厂送版：每版一个 PDF"),
                  "paiban deliver issue.xml -o to-press --sealed");
  add_issue_options(*line, deliver->wish, session, ProfileOption::none);
  line->add_option("-o", deliver->folder,
                   std::string(session.say("folder to write to; nothing in it is replaced but the list of sums",
                                           "写入的文件夹；除校验清单外不替换任何文件")))
      ->required()
      ->option_text("DIR");
  line->add_option(
          "--names", deliver->names,
          std::string(session.say(
              "the files' names, of {paper} {date} {number} {page} {version}; default: {paper}-{date}-{page}-{version}.pdf",
              "文件名，可用 {paper} {date} {number} {page} {version}；默认 {paper}-{date}-{page}-{version}.pdf")))
      ->option_text("PATTERN");
  const std::map<std::string, finish::Flavour> flavours{{"x4", finish::Flavour::x4}, {"x1a", finish::Flavour::x1a}};
  line->add_option("--flavour", deliver->flavour, std::string(session.say("x4 (default) or x1a", "x4（默认）或 x1a")))
      ->transform(CLI::CheckedTransformer(flavours))
      ->option_text("FLAVOUR");
  line->add_option("--icc", deliver->icc, std::string(session.say("the press's ICC profile", "印刷机的 ICC 特性文件")))
      ->option_text("FILE");
  line->add_option("--page", deliver->page, std::string(session.say("this page alone; default: all", "只送此版；默认全部")))
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  add_sealed_option(*line, deliver->sealed, session);
  line->add_flag("--json", deliver->json, std::string(session.say("the list as JSON", "以 JSON 输出")));
  return {line, std::move(deliver)};
}

}  // namespace paiban::cli
