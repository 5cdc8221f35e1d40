#include "archive/complaints.hpp"

#include <string>

namespace paiban::archive {
namespace {

/// `text` with every path below `folder` named from there.
std::string below(const std::filesystem::path& folder, std::string text) {
  if (folder.empty() || folder == ".") return text;
  const std::string start = folder.string() + '/';
  for (auto at = text.find(start); at != std::string::npos; at = text.find(start, at)) text.erase(at, start.size());
  return text;
}

}  // namespace

std::vector<Complaint> complaints_of(const Report& report, const Speaker& speaker) {
  std::vector<Complaint> list;
  const auto local = [&speaker](std::string text) {
    return below(speaker.data, below(speaker.issue.parent_path(), std::move(text)));
  };
  for (const Diagnostic& each : report.diagnostics())
    list.push_back({std::string(code_name(each.code)), local(std::string(report.path(each.at.file))), each.at.line,
                    each.at.column, local(message_of(each, Language::english)), each.story, each.place,
                    report.text(each, speaker.language)});
  return list;
}

}  // namespace paiban::archive
