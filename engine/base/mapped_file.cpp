#include "base/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace paiban {
namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20U;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

// Not strerror: its words would follow the locale.
tl::unexpected<MappedFile::Reason> system_reason() { return tl::unexpected<MappedFile::Reason>(::strerrordesc_np(errno)); }

}  // namespace

tl::expected<MappedFile, MappedFile::Reason> MappedFile::open(const std::filesystem::path& path, std::size_t most_bytes) {
  // O_NONBLOCK: a pipe without a writer must not hold us up; it is refused below.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat status {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) return system_reason();
  if (!S_ISREG(status.st_mode)) return tl::unexpected<Reason>("is not a regular file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return tl::unexpected<Reason>("is empty");
  if (size > most_bytes) return tl::unexpected<Reason>("is larger than " + std::to_string(most_bytes / mebibyte) + " MiB");
  void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (start == MAP_FAILED) return system_reason();
  return MappedFile(std::span(static_cast<const std::byte*>(start), size));
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
