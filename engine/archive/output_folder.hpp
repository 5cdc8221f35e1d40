#pragma once
// A folder, or a file, that stands under its name whole or not at all. Who writes holds the lock of the name (issue_lock.hpp).

#include <filesystem>
#include <string_view>

#include "base/diagnostic.hpp"

namespace paiban::archive {

/// The folder that is to stand at `target`, until it does: ".NAME.part" beside it. What is not put in its place goes away.
class FolderDraft {
 public:
  /// Takes away what an earlier holder of the lock left. Error: cannot_write.
  [[nodiscard]] static Result<FolderDraft> begin(const std::filesystem::path& target);
  FolderDraft(FolderDraft&& other) noexcept;
  FolderDraft& operator=(FolderDraft&&) = delete;
  ~FolderDraft();

  /// Writes `bytes` to the disk as `name`, "data/alto/0001.xml". Error: cannot_write.
  [[nodiscard]] Result<void> add(std::string_view name, std::string_view bytes);
  /// Puts the folder in its place, in one step; what stood there goes away. Error: cannot_write; then what stood there stands.
  [[nodiscard]] Result<void> put_in_place();

 private:
  explicit FolderDraft(std::filesystem::path target);

  std::filesystem::path target_, draft_;  // empty: put in place, or moved away
};

/// Puts a file with `bytes` at `target`. Error: cannot_write.
[[nodiscard]] Result<void> put_file(const std::filesystem::path& target, std::string_view bytes);

/// Makes the folder `path` and those above it that are missing, to the disk. Error: cannot_write.
[[nodiscard]] Result<void> make_folder(const std::filesystem::path& path);

/// Takes away what runs that died left in `output` and its folders; what a living run holds stays.
void sweep(const std::filesystem::path& output);

}  // namespace paiban::archive
