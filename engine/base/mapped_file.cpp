#include "base/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/descriptor.hpp"

namespace paiban {
namespace {

// O_NONBLOCK: a pipe without a writer must not hold us up; it is refused once we see what it is.
constexpr int open_flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
constexpr std::size_t mebibyte = std::size_t{1} << 20U;

// Not strerror: its words would follow the locale.
tl::unexpected<MappedFile::Reason> system_reason() { return tl::unexpected<MappedFile::Reason>(::strerrordesc_np(errno)); }

tl::expected<std::size_t, MappedFile::Reason> size_of(const Descriptor& file, std::size_t most_bytes) {
  struct stat status {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) return system_reason();
  if (!S_ISREG(status.st_mode)) return tl::unexpected<MappedFile::Reason>("is not a regular file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return tl::unexpected<MappedFile::Reason>("is empty");
  if (size > most_bytes)
    return tl::unexpected<MappedFile::Reason>("is larger than " + std::to_string(most_bytes / mebibyte) + " MiB");
  return size;
}

}  // namespace

tl::expected<MappedFile, MappedFile::Reason> MappedFile::open(const std::filesystem::path& path, std::size_t most_bytes,
                                                              Access access) {
  const Descriptor file(::open(path.c_str(), open_flags));
  const auto size = size_of(file, most_bytes);
  if (!size) return tl::unexpected(size.error());
  const int protection = access == Access::read ? PROT_READ : PROT_READ | PROT_WRITE;
  void* start = ::mmap(nullptr, *size, protection, MAP_PRIVATE, file.number(), 0);
  if (start == MAP_FAILED) return system_reason();
  return MappedFile(std::span(static_cast<std::byte*>(start), *size));
}

tl::expected<std::string, MappedFile::Reason> read_whole(const std::filesystem::path& path, std::size_t most_bytes) {
  const Descriptor file(::open(path.c_str(), open_flags));
  const auto size = size_of(file, most_bytes);
  if (!size) return tl::unexpected(size.error());
  std::string bytes(*size, '\0');
  for (std::size_t done = 0; done < *size;) {
    const ssize_t count = ::read(file.number(), bytes.data() + done, *size - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_reason();
    if (count == 0) return tl::unexpected<MappedFile::Reason>("has become shorter while it was read");
    done += static_cast<std::size_t>(count);
  }
  return bytes;
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  // munmap wants a pointer to what may change; these bytes never did.
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

}  // namespace paiban
