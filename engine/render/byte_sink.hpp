#pragma once
// Where Cairo writes to: memory, never a file. Cairo 1.16 forgets errors of the last writes, which are nearly all of them.

#include <cairo.h>

#include <string>

namespace paiban::render {

/// Collects what Cairo writes and remembers its own failure.
class ByteSink {
 public:
  /// For cairo_…_surface_create_for_stream, with the sink as closure.
  static cairo_status_t write(void* sink, const unsigned char* bytes, unsigned length) noexcept {
    return static_cast<ByteSink*>(sink)->append(bytes, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
  }

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  // An exception must not pass through Cairo's frames.
  bool append(const unsigned char* bytes, unsigned length) noexcept try {
    bytes_.append(reinterpret_cast<const char*>(bytes), length);
    return true;
  } catch (...) {
    failed_ = true;
    return false;
  }

  std::string bytes_;
  bool failed_ = false;
};

}  // namespace paiban::render
