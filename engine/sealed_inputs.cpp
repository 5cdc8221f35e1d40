#include "sealed_inputs.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "base/sha256.hpp"
#include "build_record.hpp"
#include "document/input_file.hpp"

namespace paiban {
namespace {

namespace fs = std::filesystem;
using seal::SealedFile;

constexpr std::size_t most_bytes = std::size_t{256} << 20U;  // above any picture that we take
constexpr const char* words_file = "terms.xml";
constexpr const char* profile_folder = "templates/profiles";

// Roles: what lies beside the issue; the rest lies in the data folder, but for a profile of the caller's.
constexpr std::string_view issue_role = "issue", named_role = "named", words_role = "words";
constexpr std::string_view template_role = "template", data_role = "data", face_role = "face", profile_role = "profile";
constexpr std::string_view given_profile_role = "given-profile";

class InputLister {
 public:
  InputLister(const Request& request, const Edition& edition, const font::FontCatalogue& fonts, fs::path icc)
      : request_(request), edition_(edition), fonts_(fonts), icc_(std::move(icc)) {}

  Result<std::vector<SealedFile>> run() {
    auto listed = issue().and_then([this] { return data(); }).and_then([this] { return profiles(); });
    if (!listed) return tl::unexpected(std::move(listed).error());
    return std::move(files_);
  }

 private:
  Result<void> issue() {
    Report report;  // all that is wrong in it has been said before
    const auto file = document::IssueFile::read(request_.issue, report);
    if (!file) return tl::unexpected(file.error());
    if (auto added = add(issue_role, request_.issue.filename().string()); !added) return added;
    std::vector<std::string> names = file->named_files();
    std::ranges::sort(names);
    for (const std::string& name : names)
      if (document::look_inside(file->folder(), name) == document::Inside::usable)
        if (auto added = add(named_role, name); !added) return added;
    if (document::look_inside(file->folder(), words_file) == document::Inside::usable) return add(words_role, words_file);
    return {};
  }

  Result<void> data() {
    const auto record = data_record(edition_, request_.data, fonts_);
    if (!record) return tl::unexpected(record.error());
    files_.push_back({std::string(template_role), record->design.name, record->design.sha256});
    for (const DataFile& each : record->others) files_.push_back({std::string(data_role), each.name, each.sha256});
    for (const DataFile& each : record->faces) {  // their own bytes, whatever the catalogue says of them
      if (auto added = add(face_role, each.name); !added) return added;
    }
    return {};
  }

  Result<void> profiles() {
    if (!icc_.empty()) return add(given_profile_role, icc_.string());
    std::vector<std::string> names;
    std::error_code none;  // no folder: no profile
    for (fs::directory_iterator each(request_.data / profile_folder, none), end; !none && each != end; each.increment(none))
      if (each->path().extension() == ".icc") names.push_back((fs::path(profile_folder) / each->path().filename()).string());
    std::ranges::sort(names);
    for (const std::string& name : names)
      if (auto added = add(profile_role, name); !added) return added;
    return {};
  }

  Result<void> add(std::string_view role, const std::string& name) {
    SealedFile file{std::string(role), name, {}};
    const fs::path path = path_of(file, request_);
    const auto bytes = MappedFile::open(path, most_bytes);
    if (!bytes) return tl::unexpected(Diagnostic{Code::cannot_read, {}, {path.string(), bytes.error()}, {}, {}});
    file.sha256 = sha256_of(bytes->bytes());
    files_.push_back(std::move(file));
    return {};
  }

  const Request& request_;
  const Edition& edition_;
  const font::FontCatalogue& fonts_;
  fs::path icc_;
  std::vector<SealedFile> files_;
};

}  // namespace

Result<std::vector<SealedFile>> sealed_inputs(const Request& request, const Edition& edition, const font::FontCatalogue& fonts,
                                              const fs::path& icc) {
  return InputLister(request, edition, fonts, icc).run();
}

fs::path path_of(const SealedFile& file, const Request& request) {
  if (file.role == given_profile_role) return file.name;
  const bool beside = file.role == issue_role || file.role == named_role || file.role == words_role;
  return (beside ? request.issue.parent_path() : request.data) / file.name;
}

fs::path seals_beside(const fs::path& issue) { return fs::path(issue).replace_extension(".seals"); }

}  // namespace paiban
