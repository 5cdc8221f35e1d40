#pragma once
// 一期一锁: whoever makes an issue holds its lock, so that two runs into one folder do not collide.

#include <filesystem>
#include <optional>
#include <string>

#include "base/descriptor.hpp"
#include "base/diagnostic.hpp"

namespace paiban::archive {

/// The lock of what stands at `target`: a file beside it, held by flock. The system lets go of it when its holder dies, however
/// it dies; so whoever has the lock may take away whatever an earlier holder left.
class IssueLock {
 public:
  /// nullopt: another process holds it. Error: cannot_write.
  [[nodiscard]] static Result<std::optional<IssueLock>> take(const std::filesystem::path& target);
  IssueLock(IssueLock&&) noexcept = default;
  IssueLock& operator=(IssueLock&&) = delete;
  ~IssueLock();

  /// ".NAME.lock" beside `target`.
  [[nodiscard]] static std::filesystem::path file_of(const std::filesystem::path& target);

 private:
  IssueLock(Descriptor file, std::filesystem::path path) : file_(std::move(file)), path_(std::move(path)) {}

  Descriptor file_;
  std::filesystem::path path_;
};

}  // namespace paiban::archive
