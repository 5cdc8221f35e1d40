// paiban makeup: proposes where every story goes.

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/message_table.hpp"
#include "cli/issue_wish.hpp"
#include "document/input_file.hpp"
#include "document/issue_edit.hpp"
#include "document/issue_reader.hpp"
#include "proposals.hpp"
#include "render/context.hpp"
#include "render/pdf.hpp"
#include "render/png.hpp"
#include "report/make_up.hpp"

namespace paiban::cli {
namespace {

constexpr int most_proposals = 12;  // more than anybody compares
/// Of the pictures of the pages beside each proposal: a broadsheet as high as a screen.
constexpr int proof_dpi = 60;

/// A file of a proposal's folder.
struct File {
  std::filesystem::path name;
  std::string bytes;
};

class MakeUp final : public Command {
 public:
  IssueWish wish;
  MakeUpWish make_up_wish;
  std::string folder;  ///< empty: default_folder
  bool json = false, if_pulled = false;

  Exit run(Session& session) override {
    auto data = open_data(session);
    if (data && if_pulled) prepare(*data, session);
    if (data && !if_pulled) propose(*data, session);
    if (!json) print_diagnostics(session);
    return session.report.worst() == Gravity::warning && none_ ? Exit::content : exit_of(session.report, session.strict);
  }

 private:
  void propose(const Data& data, Session& session) {
    const Request request{wish.issue, data.folder, wish.template_id, session.language};
    auto found = make_up(request, make_up_wish, data.fonts, session.report);
    if (!found) {
      session.report.add(std::move(found).error());
      if (json) static_cast<void>(write_to("-", with_diagnostics(R"({"proposals": [], "cures": []})", session), session));
      return;
    }
    none_ = found->list.empty();
    std::vector<std::string> folders;
    for (std::size_t i = 0; i < found->list.size(); ++i)
      folders.push_back((target() / fmt::format("proposal-{}", i + 1)).string());
    if (!write_all(*found, folders, data, session)) return;
    const std::string text = json ? with_diagnostics(report::make_up_json(*found, folders, session.language), session)
                                  : report::make_up_text(*found, folders, session.language);
    static_cast<void>(write_to("-", text, session));
  }

  /// 预案: a folder for every story that may be pulled, and for every one that may come longer.
  void prepare(const Data& data, Session& session) {
    const Request request{wish.issue, data.folder, wish.template_id, session.language};
    auto found = prepare_for_changes(request, data.fonts, session.report);
    if (!found) {
      session.report.add(std::move(found).error());
      if (json) static_cast<void>(write_to("-", with_diagnostics(R"({"contingencies": []})", session), session));
      return;
    }
    render::RenderContext context(data.fonts, std::move(found->pictures));
    std::vector<std::string> folders;
    for (const Contingency& each : found->list) {
      const bool pulled = each.what == Contingency::Case::pulled;
      folders.push_back((target() / (pulled ? "if-pulled" : "if-longer") / each.story).string());
      if (each.list.empty()) continue;
      auto files = files_of(found->file, found->issue, each.list.front(), context, session.report);
      if (!files) return session.report.add(std::move(files).error());
      for (const File& file : *files)
        if (!write_into(std::filesystem::path(folders.back()) / file.name, file.bytes, session)) return;
    }
    const std::string text = json ? with_diagnostics(report::contingencies_json(*found, folders, session.language), session)
                                  : report::contingencies_text(*found, folders, session.language);
    static_cast<void>(write_to("-", text, session));
  }

  [[nodiscard]] std::filesystem::path target() const {
    if (!folder.empty()) return folder;
    const std::filesystem::path issue(wish.issue);
    return wish.issue == "-" ? std::filesystem::path("makeup") : issue.stem().concat("-makeup");
  }

  [[nodiscard]] bool write_all(Proposals& found, const std::vector<std::string>& folders, const Data& data, Session& session) {
    if (found.list.empty()) return true;
    render::RenderContext context(data.fonts, std::move(found.pictures));
    for (std::size_t i = 0; i < found.list.size(); ++i) {
      auto files = files_of(found.file, found.issue, found.list[i], context, session.report);
      if (!files) {
        session.report.add(std::move(files).error());
        return false;
      }
      for (const File& file : *files)
        if (!write_into(std::filesystem::path(folders[i]) / file.name, file.bytes, session)) return false;
    }
    return true;
  }

  [[nodiscard]] static bool write_into(const std::filesystem::path& file, std::string_view bytes, Session& session) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) {
      session.report.add(Code::cannot_write, {}, {file.parent_path().string(), error.message()});
      return false;
    }
    return write_to(file, bytes, session);
  }

  /// The issue with its regions filled in, what it names, and how it looks.
  [[nodiscard]] Result<std::vector<File>> files_of(const document::IssueFile& file, const document::Issue& original,
                                                   const Proposal& proposal, render::RenderContext& context,
                                                   Report& report) const {
    document::IssueEdit edit;
    for (const PageStructure& page : proposal.pages) {
      edit.layouts[page.page] = page.zones;
      for (const StorySeat& seat : page.seats) edit.attributes.push_back({seat.story, "region", seat.region});
    }
    auto issue = document::edited_issue(file, original, proposal.edition.plan.design.grid, edit);
    if (!issue) return tl::unexpected(std::move(issue).error());
    std::vector<File> files{{"issue.xml", *std::move(issue)}};
    for (const std::string& name : file.named_files()) {
      if (document::look_inside(original.folder, name) != document::Inside::usable) continue;
      auto bytes = document::read_inside(original.folder, name, most_named_bytes, {}, report);
      if (bytes) files.push_back({name, *std::move(bytes)});  // what cannot be read is in the report already
    }
    for (const paint::DisplayList& list : proposal.edition.lists) {
      auto picture = render::render_png(list, proof_dpi, context);
      if (!picture) return tl::unexpected(std::move(picture).error());
      files.push_back({fmt::format("page-{}.png", list.page), *std::move(picture)});
    }
    auto proof = render::render_pdf(proposal.edition.lists, context);
    if (!proof) return tl::unexpected(std::move(proof).error());
    files.push_back({"proof.pdf", *std::move(proof)});
    return files;
  }

  static constexpr std::size_t most_named_bytes = std::size_t{256} << 20;  // as picture::Picture's own limit
  bool none_ = false;
};

}  // namespace

Offer offer_makeup(CLI::App& app, Session& session) {
  auto makeup = std::make_unique<MakeUp>();
  CLI::App* line =
      add_command(app, session, "makeup", session.say("proposes where every story goes", "编排版面：提出几种排满的方案"),
                  "paiban makeup issue.xml --proposals 3 -o makeup");
  add_issue_options(*line, makeup->wish, session);
  line->add_option("--proposals", makeup->make_up_wish.proposals,
                   std::string(session.say("how many to make, each unlike the others; default 3", "方案个数，各不相同；默认 3")))
      ->check(CLI::Range(1, most_proposals))
      ->option_text("K");
  line->add_flag_callback(
      "--keep", [&wish = makeup->make_up_wish] { wish.structure = MakeUpWish::Structure::kept; },
      std::string(
          session.say("fills pages that have a layout again, moving as little as it can", "保持已有结构重新排满，尽量少动")));
  line->add_flag("--if-pulled", makeup->if_pulled,
                 std::string(session.say("prepares the page for the case that a story is pulled, or comes a third longer",
                                         "预备撤稿和稿件加长三分之一的版面")));
  line->add_option("-o", makeup->folder,
                   std::string(session.say("folder to write the proposals to; default: the issue's name with -makeup",
                                           "写入方案的文件夹；默认为期刊名加 -makeup")))
      ->option_text("DIR");
  line->add_flag("--json", makeup->json, std::string(session.say("the report as JSON", "以 JSON 输出")));
  return {line, std::move(makeup)};
}

}  // namespace paiban::cli
