#include "cli/preview_token.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <optional>

namespace paiban::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t token_bytes = 16;
constexpr mode_t own_alone = 0600;

std::string new_token() {
  std::array<unsigned char, token_bytes> bytes{};
  while (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) continue;
  std::string token;
  for (const unsigned char byte : bytes) token += fmt::format("{:02x}", byte);
  return token;
}

std::optional<fs::path> token_file() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  if (state != nullptr && fs::path(state).is_absolute()) return fs::path(state) / "paiban" / "preview-token";
  if (home != nullptr && fs::path(home).is_absolute()) return fs::path(home) / ".local" / "state" / "paiban" / "preview-token";
  return std::nullopt;
}

bool is_token(const std::string& text) {
  return text.size() == 2 * token_bytes &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// What the file holds, where nobody else can have read or written it.
std::optional<std::string> kept_token(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  struct stat status {};
  std::string token(2 * token_bytes, '\0');
  const bool private_file = ::fstat(descriptor, &status) == 0 && status.st_uid == ::geteuid() && (status.st_mode & 077U) == 0;
  const bool whole = ::read(descriptor, token.data(), token.size()) == static_cast<ssize_t>(token.size());
  ::close(descriptor);
  return private_file && whole && is_token(token) ? std::optional(token) : std::nullopt;
}

/// Not to be able to keep it is no trouble: the next run has another.
void keep(const std::string& token, const fs::path& file) {
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  ::unlink(file.c_str());
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, own_alone);
  if (descriptor < 0) return;
  if (::write(descriptor, token.data(), token.size()) != static_cast<ssize_t>(token.size())) ::unlink(file.c_str());
  ::close(descriptor);
}

}  // namespace

std::string preview_token() {
  const auto file = token_file();
  if (file)
    if (auto token = kept_token(*file)) return *token;
  std::string token = new_token();
  if (file) keep(token, *file);
  return token;
}

}  // namespace paiban::cli
