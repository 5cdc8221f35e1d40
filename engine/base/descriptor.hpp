#pragma once
// A file descriptor of the system, owned.

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace paiban {

/// Move-only; closed at the latest when it goes. errno survives that, so that the first failure is the one reported.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    const int kept = errno;
    static_cast<void>(close());
    errno = kept;
  }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  /// False where the system says that something was lost.
  [[nodiscard]] bool close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_ = -1;
};

}  // namespace paiban
