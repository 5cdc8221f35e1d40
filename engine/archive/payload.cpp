#include "archive/payload.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace paiban::archive {
namespace {

constexpr auto use_names =
    std::to_array<std::string_view>({"alto", "image", "text", "pdf", "manifest", "source", "record", "premis"});
static_assert(use_names.size() == uses);

constexpr auto mimes = std::to_array<std::pair<std::string_view, std::string_view>>({{".xml", "application/xml"},
                                                                                     {".json", "application/json"},
                                                                                     {".txt", "text/plain"},
                                                                                     {".pdf", "application/pdf"},
                                                                                     {".png", "image/png"},
                                                                                     {".jpg", "image/jpeg"},
                                                                                     {".jpeg", "image/jpeg"},
                                                                                     {".tif", "image/tiff"},
                                                                                     {".tiff", "image/tiff"}});

bool is_unreserved(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

const KeptFile* find(const std::vector<KeptFile>& files, Use use, int page) {
  const auto found = std::ranges::find_if(files, [&](const KeptFile& file) { return file.use == use && file.page == page; });
  return found == files.end() ? nullptr : &*found;
}

std::string_view name_of(Use use) { return use_names[static_cast<std::size_t>(use)]; }

std::string_view mime_of(std::string_view name) {
  for (const auto& [ending, mime] : mimes)
    if (name.ends_with(ending)) return mime;
  return "application/octet-stream";
}

std::string uri_of(std::string_view name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : name) {
    if (is_unreserved(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return uri;
}

}  // namespace paiban::archive
