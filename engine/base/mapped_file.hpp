#pragma once
// A file's bytes: mapped where the file is ours and stands still, copied where anyone may be writing it.

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <tl/expected.hpp>

namespace paiban {

/// A regular file mapped for reading. Move-only; the bytes stand still as long as it lives.
class MappedFile {
 public:
  /// Why a file cannot be had: the system's words, or "is not a regular file", "is empty", "is larger than … MiB".
  using Reason = std::string;

  /// Maps `path` whole. Devices, pipes and folders are refused without waiting on them; so is a file of more than `most_bytes`.
  [[nodiscard]] static tl::expected<MappedFile, Reason> open(const std::filesystem::path& path, std::size_t most_bytes);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
  std::span<const std::byte> bytes_;
};

/// The bytes of a regular file of at most `most_bytes`, read into memory; refused as by MappedFile::open.
[[nodiscard]] tl::expected<std::string, MappedFile::Reason> read_whole(const std::filesystem::path& path, std::size_t most_bytes);

}  // namespace paiban
