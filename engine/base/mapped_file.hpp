#pragma once
// A file's bytes: mapped where the file is ours and stands still, copied where anyone may be writing it.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <tl/expected.hpp>

namespace paiban {

/// A regular file mapped for reading. Move-only; the bytes stand still as long as it lives.
class MappedFile {
 public:
  enum class Access : std::uint8_t {
    read,
    /// Written to in memory: a page of memory that is changed becomes a copy of our own, the file and all else stay shared.
    change,
  };

  /// Why a file cannot be had: the system's words, or "is not a regular file", "is empty", "is larger than … MiB".
  using Reason = std::string;

  /// Maps `path` whole. Devices, pipes and folders are refused without waiting on them; so is a file of more than `most_bytes`.
  [[nodiscard]] static tl::expected<MappedFile, Reason> open(const std::filesystem::path& path, std::size_t most_bytes,
                                                             Access access = Access::read);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
  [[nodiscard]] std::span<std::byte> changeable() const { return bytes_; }  ///< only with Access::change

 private:
  explicit MappedFile(std::span<std::byte> bytes) : bytes_(bytes) {}
  std::span<std::byte> bytes_;
};

/// The bytes of a regular file of at most `most_bytes`, read into memory; refused as by MappedFile::open.
[[nodiscard]] tl::expected<std::string, MappedFile::Reason> read_whole(const std::filesystem::path& path, std::size_t most_bytes);

}  // namespace paiban
