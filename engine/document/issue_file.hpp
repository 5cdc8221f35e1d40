#pragma once
// An issue's file, read once: what it says is read in turns, since its layouts need the template that it names.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::document {

class XmlFile;

class IssueFile {
 public:
  /// Reads `path` ("-": standard input, its folder the current one): well-formed XML within the limits of XmlFile.
  [[nodiscard]] static Result<IssueFile> read(const std::filesystem::path& path, Report& report);
  /// The same for bytes at hand, spoken of as `name`; what the issue names is looked for below `folder`.
  [[nodiscard]] static Result<IssueFile> parse(std::string bytes, std::string_view name, std::filesystem::path folder,
                                               Report& report);
  IssueFile(IssueFile&&) noexcept;
  IssueFile& operator=(IssueFile&&) noexcept;
  ~IssueFile();

  /// What the issue names with src=, each once, in the order of the file: pictures and copy, as written.
  [[nodiscard]] std::vector<std::string> named_files() const;

  [[nodiscard]] const XmlFile& xml() const { return *xml_; }
  [[nodiscard]] const std::string& bytes() const;                            ///< as they were read
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }  ///< empty for bytes at hand
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  IssueFile(XmlFile xml, std::filesystem::path path, std::filesystem::path folder);

  std::unique_ptr<const XmlFile> xml_;
  std::filesystem::path path_, folder_;
};

}  // namespace paiban::document
