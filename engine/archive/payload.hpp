#pragma once
// The files that are kept of an issue, as METS, PREMIS and the manifests speak of them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paiban::archive {

/// What a file of the payload is kept for.
enum class Use : std::uint8_t {
  alto,
  image,     ///< of a page
  text,      ///< of a page
  pdf,       ///< of all pages
  manifest,  ///< IIIF
  source,    ///< what the issue was set from
  record,    ///< what it was set with
  premis,
};
inline constexpr std::size_t uses = static_cast<std::size_t>(Use::premis) + 1;

struct KeptFile {
  std::string id;  ///< unique: "alto-1", "source-2"
  Use use{};
  int page = 0;  ///< 0: of the whole issue
  std::string mime;
  std::string name;    ///< below data/: "alto/0001.xml"
  std::string sha256;  ///< 64 small hexadecimal digits
  std::size_t size = 0;
};

/// The file of that use and page; nullptr where there is none.
[[nodiscard]] const KeptFile* find(const std::vector<KeptFile>& files, Use use, int page);

/// "alto", "image" …
[[nodiscard]] std::string_view name_of(Use use);

/// By the name's end; "application/octet-stream" where it says nothing.
[[nodiscard]] std::string_view mime_of(std::string_view name);

/// `name` as a relative URI: every byte but letters, digits, - . _ ~ and / as %XX.
[[nodiscard]] std::string uri_of(std::string_view name);

}  // namespace paiban::archive
