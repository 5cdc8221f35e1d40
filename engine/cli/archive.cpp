// paiban archive: makes many issues, unattended.

#include "archive/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <utility>

#include "archive/manifest.hpp"
#include "archive/output_folder.hpp"
#include "base/message_table.hpp"
#include "build_record.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "document/input_file.hpp"

namespace paiban::cli {
namespace {

namespace fs = std::filesystem;

constexpr int most_workers = 256;
constexpr std::size_t most_list_bytes = std::size_t{64} << 20U;

class Archive final : public Command {
 public:
  std::string input;
  std::string shard;
  std::vector<std::string> profiles{"press", "archive"};
  archive::RunWish wish;
  int workers = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  bool resume = false, pdf_only = false, merge = false;

  Exit run(Session& session) override {
    if (!merge && input.empty()) {
      session.report.add(Code::bad_command_line, {}, {"INPUT is required", "archive "});
      print_diagnostics(session);
      return Exit::usage;
    }
    const Exit end = merge ? merge_parts(session) : make(session);
    print_diagnostics(session);
    if (signal_) archive::StopSignals::end_by(*signal_);
    return end;
  }

 private:
  Exit merge_parts(Session& session) {
    auto merged = archive::merged_manifests(wish.output);
    auto written = merged ? archive::put_file(wish.output / archive::manifest_name({}), *merged)
                          : Result<void>(tl::unexpected(std::move(merged).error()));
    if (!written) session.report.add(std::move(written).error());
    return exit_of(session.report, session.strict);
  }

  Exit make(Session& session) {
    archive::RunSettings settings{static_cast<std::size_t>(workers), archive::shard_of(shard).value_or(archive::Shard{})};
    const auto folder = find_data(session);
    const auto jobs = folder ? jobs_of(settings.shard, session) : std::nullopt;
    if (!jobs) return exit_of(session.report, false);
    complete_wish(*folder, session);
    const auto fonts = font::FontCatalogue::load(*folder / "fonts", session.report);
    auto sums =
        fonts ? archive::DataSums::take(wish, *fonts, session.report) : Result<archive::DataSums>(tl::unexpected(fonts.error()));
    if (!sums) {
      session.report.add(std::move(sums).error());
      return exit_of(session.report, false);
    }
    return conduct(*jobs, settings, *fonts, *sums, session);
  }

  Exit conduct(const std::vector<archive::Job>& jobs, const archive::RunSettings& settings, const font::FontCatalogue& fonts,
               const archive::DataSums& sums, Session& session) {
    archive::StopSignals signals;
    ProgressLine progress(session);
    const auto say = [&progress](std::string_view text) {
      progress.clear();
      std::fwrite(text.data(), 1, text.size(), stderr);
    };
    const auto end = archive::run(jobs, wish, settings, fonts, sums, signals,
                                  {say, [&progress](const archive::Progress& now) { progress.show(now); }}, session.report);
    progress.clear();
    signal_ = end.signal;
    const archive::Progress& done = end.progress;
    say(fmt::format("{}: {} {}, {} {}, {} {}\n", session.say("issues", "期数"), done.made, session.say("made", "已生成"),
                    done.kept, session.say("kept", "保持原样"), done.bad, session.say("bad", "有误")));
    if (end.output_failed || end.signal) return Exit::file;
    if (end.worker_died) return Exit::internal;
    return done.bad != 0 ? Exit::content : exit_of(session.report, false);
  }

  void complete_wish(const fs::path& data, const Session& session) {
    wish.data = data;
    wish.engine = engine_name();
    for (const std::string& name : profiles) {
      const auto profile = archive::pdf_profile_of(name);
      if (profile && std::ranges::find(wish.pdfs, name, &archive::PdfProfile::name) == wish.pdfs.end())
        wish.pdfs.push_back(*profile);
    }
    wish.contents = pdf_only ? archive::Contents::pdfs : archive::Contents::bag;
    wish.standing = resume ? archive::Standing::kept : archive::Standing::made_again;
    wish.warnings = session.strict ? archive::Warnings::fail : archive::Warnings::pass;
    wish.language = session.language;
  }

  /// This shard's part of what the folder or the list names; nullopt after reporting why not.
  std::optional<std::vector<archive::Job>> jobs_of(const archive::Shard& part, Session& session) const {
    auto jobs = read_jobs(session);
    if (jobs && jobs->empty()) jobs = tl::unexpected(Diagnostic{Code::no_issues, {}, {input}, {}, {}});
    if (!jobs) {
      session.report.add(std::move(jobs).error());
      return std::nullopt;
    }
    std::erase_if(*jobs, [&part](const archive::Job& job) { return !archive::falls_into(job, part); });
    return *std::move(jobs);
  }

  Result<std::vector<archive::Job>> read_jobs(Session& session) const {
    std::error_code ignored;  // what cannot be looked at cannot be read either, and is said then
    if (fs::is_directory(input, ignored)) return archive::find_jobs(input, wish.output);
    const fs::path base = input == "-" ? fs::path() : fs::path(input).parent_path();
    return document::read_input(input, most_list_bytes, session.report).map([&base](const std::string& list) {
      return archive::listed_jobs(list, base);
    });
  }

  std::optional<int> signal_;
};

std::string check_profile(const std::string& name) {
  return archive::pdf_profile_of(name) ? std::string() : name + ": press, archive, x4, x1a, a2u, a3u, a1b";
}
std::string check_shard(const std::string& text) { return archive::shard_of(text) ? std::string() : text + ": I/N, 3/8"; }

void add_options(CLI::App& line, Archive& command, Session& session) {
  CLI::Option* input =
      line.add_option("INPUT", command.input,
                      std::string(session.say("a folder, searched for issues, or a list of their paths; - is standard input",
                                              "存放期刊的文件夹，或逐行列出路径的清单；- 为标准输入")));
  input->option_text(" ");
  line.add_option("-o", command.wish.output,
                  std::string(session.say("folder of the archive: one folder in it an issue", "归档文件夹：每期一个子文件夹")))
      ->required()
      ->option_text("DIR");
  line.add_option("--jobs", command.workers,
                  std::string(session.say("worker processes; default: one a core", "工作进程数；默认每核一个")))
      ->check(CLI::Range(1, most_workers))
      ->option_text("N");
  line.add_flag("--resume", command.resume,
                std::string(session.say("makes only what is not there, not whole, or made from something else",
                                        "只生成尚未生成、不完整或来源已变的各期")));
  line.add_option("--shard", command.shard,
                  std::string(session.say("part I of N: the parts together are the whole, none has an issue of another's",
                                          "只做 N 份中的第 I 份：各份不重不漏")))
      ->check(check_shard)
      ->option_text("I/N");
  line.add_option(
          "--profiles", command.profiles,
          std::string(session.say("a PDF for each: press, archive, or a flavour: x4, x1a, a2u, a3u, a1b; default press,archive",
                                  "各出一份 PDF：press、archive，或标准 x4、x1a、a2u、a3u、a1b；默认 press,archive")))
      ->delimiter(',')
      ->check(check_profile)
      ->option_text("LIST");
  line.add_option("--icc", command.wish.icc,
                  std::string(session.say("the press's ICC profile; default: the template's", "印刷 ICC 特性文件；默认用模板的")))
      ->check(CLI::ExistingFile)
      ->option_text("FILE");
  line.add_flag("--pdf-only", command.pdf_only,
                std::string(session.say("PDFs and their sums, no bag", "只出 PDF 及校验和，不打归档包")));
  CLI::Option* merge = line.add_flag(
      "--merge", command.merge, std::string(session.say("joins the shards' manifests in DIR", "合并文件夹中各分片的运行清单")));
  merge->excludes(input);
  line.add_flag("--strict", session.strict, std::string(session.say("warnings fail too", "有警告即视为失败")));
}

}  // namespace

Offer offer_archive(CLI::App& app, Session& session) {
  auto command = std::make_unique<Archive>();
  CLI::App* line = add_command(app, session, "archive",
                               session.say("makes many issues for press and archive, unattended", "批量生成各期的付印与归档文件"),
                               "paiban archive issues -o archive --resume\n"
                               "  paiban archive list.txt -o archive --shard 3/8    # then: paiban archive --merge -o archive");
  add_options(*line, *command, session);
  return {line, std::move(command)};
}

}  // namespace paiban::cli
