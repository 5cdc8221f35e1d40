#include "archive/issue_maker.hpp"

#include <utility>

#include "archive/issue_lock.hpp"
#include "archive/output_folder.hpp"
#include "base/message_table.hpp"
#include "base/sha256.hpp"
#include "document/calendar.hpp"
#include "document/issue_reader.hpp"
#include "engine.hpp"
#include "finished_pdf.hpp"

namespace paiban::archive {
namespace {

namespace fs = std::filesystem;

Outcome failed(State state, Diagnostic why, const Speaker& speaker) {
  Report report;
  report.add(std::move(why));
  return failed_outcome(state, complaints_of(report, speaker));
}

bool fails(const Report& report, Warnings warnings) {
  return report.any_error() || (warnings == Warnings::fail && report.any_warning());
}

/// The PDFs alone, with sums that `sha256sum -c` reads.
std::vector<BagFile> plain_files(std::vector<BagPdf> pdfs) {
  std::vector<BagFile> files;
  std::string sums;
  for (BagPdf& pdf : pdfs) {
    const std::string name = pdf.name + ".pdf";
    sums += sha256_of(pdf.bytes) + "  " + name + '\n';
    files.push_back({name, std::move(pdf.bytes)});
  }
  files.push_back({"SHA256SUMS", std::move(sums)});
  return files;
}

Record record_of(const Edition& edition, Recipe recipe, const std::vector<BagFile>& files, std::vector<Complaint> complaints) {
  Record record;
  record.date = document::iso_date(edition.plan.issue.date);
  record.number = edition.plan.issue.number;
  record.pages = static_cast<int>(edition.lists.size());
  record.recipe = std::move(recipe);
  for (const BagFile& file : files) record.outputs[file.path] = sha256_of(file.bytes);
  record.complaints = std::move(complaints);
  return record;
}

/// The record comes last: a folder without it is none of ours.
Result<void> write(const fs::path& folder, const std::vector<BagFile>& files, const Record& record) {
  auto draft = FolderDraft::begin(folder);
  if (!draft) return tl::unexpected(std::move(draft).error());
  for (const BagFile& file : files)
    if (auto written = draft->add(file.path, file.bytes); !written) return written;
  if (auto written = draft->add(record_name, record_text(record)); !written) return written;
  return draft->put_in_place();
}

}  // namespace

Look IssueMaker::look(const Job& job) const {
  Report report;
  Look look;
  const auto file = document::IssueFile::read(job.file, report);
  const auto issue = file ? document::read_issue(*file, report) : Result<document::Issue>(tl::unexpected(file.error()));
  if (!issue) {
    report.add(issue.error());
    look.complaints = complaints_of(report, {job.file, wish_.data, wish_.language});
    return look;
  }
  look.name = name_of(issue->date, issue->number);
  look.template_id = issue->template_id;
  look.named = file->named_files();
  look.line = issue->date_at.line;
  look.column = issue->date_at.column;
  return look;
}

Outcome IssueMaker::make(const Job& job, const Look& look) {
  const Speaker speaker{job.file, wish_.data, wish_.language};
  const fs::path folder = wish_.output / look.name;
  if (auto made = make_folder(folder.parent_path()); !made) return failed(State::unwritten, std::move(made).error(), speaker);
  const auto lock = IssueLock::take(folder);
  if (!lock) return failed(State::unwritten, lock.error(), speaker);
  if (!*lock) return failed(State::bad, {Code::issue_busy, {}, {look.name}, {}, {}}, speaker);
  Recipe recipe = recipe_of({job.file, look.template_id, look.named}, wish_, data_);
  std::vector<std::string> remarks;
  if (auto kept = keep(folder, recipe, look, speaker, remarks)) return *std::move(kept);
  Outcome outcome = make_anew(job, folder, std::move(recipe), speaker);
  outcome.remarks = std::move(remarks);
  return outcome;
}

/// nullopt: it is to be made; why, where something stands there, is in `remarks`.
std::optional<Outcome> IssueMaker::keep(const fs::path& folder, const Recipe& recipe, const Look& look, const Speaker& speaker,
                                        std::vector<std::string>& remarks) const {
  std::error_code ignored;  // what cannot be looked at is not there
  if (wish_.standing == Standing::made_again || !fs::exists(folder, ignored)) return std::nullopt;
  Found found = look_at(folder);
  const auto again = [&](Code code, std::string what) -> std::optional<Outcome> {
    Report report;
    report.add(code, {}, {look.name, std::move(what)});
    remarks.push_back(complaints_of(report, speaker).front().said);
    return std::nullopt;
  };
  if (!found.record) return again(Code::made_again_damaged, std::move(found.damaged));
  if (std::string other = first_difference(found.record->recipe, recipe); !other.empty())
    return again(Code::made_again_changed, std::move(other));
  if (wish_.warnings == Warnings::fail && !found.record->complaints.empty()) return std::nullopt;
  return outcome_of(*found.record, State::kept);
}

Outcome IssueMaker::make_anew(const Job& job, const fs::path& folder, Recipe recipe, const Speaker& speaker) {
  Report report;
  const Request request{job.file, wish_.data, {}, wish_.language, document::StandIns::refused};
  auto edition = typeset(request, fonts_, report);
  const auto add = [&](Diagnostic trouble) {
    if (trouble.at.file == 0) trouble.at.file = report.file(job.file.string());  // of a thousand issues: which?
    report.add(std::move(trouble));
  };
  if (!edition) add(std::move(edition).error());
  Result<std::vector<BagFile>> files;
  if (!fails(report, wish_.warnings)) {
    files = files_of(job, *edition);
    if (!files) add(files.error());
  }
  Outcome outcome;
  outcome.complaints = complaints_of(report, speaker);
  if (fails(report, wish_.warnings)) return outcome;
  const Record record = record_of(*edition, std::move(recipe), *files, std::move(outcome.complaints));
  if (auto written = write(folder, *files, record); !written)
    return failed(State::unwritten, std::move(written).error(), speaker);
  return outcome_of(record, State::made);
}

/// What stands in the issue's folder. The pictures of the last issue are let go.
Result<std::vector<BagFile>> IssueMaker::files_of(const Job& job, Edition& edition) {
  context_.pictures() = std::move(edition.pictures);
  std::vector<BagPdf> pdfs;
  for (const PdfProfile& profile : wish_.pdfs) {
    auto pdf = finished_pdf(edition, {profile.flavour, wish_.data, wish_.icc}, context_);
    if (!pdf) return tl::unexpected(std::move(pdf).error());
    pdfs.push_back({profile.name, *std::move(pdf)});
  }
  if (wish_.contents == Contents::pdfs) return plain_files(std::move(pdfs));
  return make_bag({edition, job.file, wish_.data, fonts_, std::move(pdfs)}, context_);
}

}  // namespace paiban::archive
