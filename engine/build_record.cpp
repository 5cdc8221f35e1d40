#include "build_record.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <variant>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "base/sha256.hpp"

namespace paiban {

const char* source_sum();  // written by cmake/source_sum.cmake

namespace {

namespace fs = std::filesystem;

constexpr const char* version = PAIBAN_VERSION;
constexpr std::size_t digits_shown = 12;                            // as many as tell any two commits of a project apart
constexpr std::size_t most_bytes_of_data = std::size_t{16} << 20U;  // of a file of XML: document/xml.hpp takes no more

/// The same however the folder is named: relatively, with a dot, with a slash at its end.
std::string name_below(const fs::path& data, const fs::path& file) {
  return fs::absolute(file).lexically_normal().lexically_proximate(fs::absolute(data).lexically_normal()).generic_string();
}

Result<DataFile> summed(const fs::path& data, const fs::path& file) {
  const auto bytes = read_whole(file, most_bytes_of_data);
  if (!bytes) return tl::unexpected(Diagnostic{Code::cannot_read, {}, {file.string(), bytes.error()}, {}, {}});
  return DataFile{name_below(data, file), sha256_of(*bytes), 0};
}

std::set<std::uint16_t> faces_seen(const Edition& edition) {
  std::set<std::uint16_t> seen;
  for (const paint::DisplayList& page : edition.lists)
    for (const paint::Item& item : page.items)
      if (const auto* run = std::get_if<paint::GlyphRun>(&item); run != nullptr && !run->glyphs.empty()) seen.insert(run->face);
  return seen;
}

std::vector<DataFile> sums_of_faces(const Edition& edition, const fs::path& data, const font::FontCatalogue& fonts) {
  std::map<std::string, std::string> sums;
  for (const std::uint16_t id : faces_seen(edition)) {
    const font::FaceEntry& face = fonts.faces()[id];
    sums.emplace(name_below(data, face.file), face.sha256);
  }
  std::vector<DataFile> files;
  for (const auto& [name, sum] : sums) files.push_back({name, sum, 0});
  return files;
}

}  // namespace

BuildRecord build_record() {
  return {version, source_sum(), PAIBAN_COMPILER, PAIBAN_BUILD_TYPE, PAIBAN_PROCESSOR, libraries::libraries_in_use()};
}

std::string engine_name() {
  return fmt::format("paiban {} ({})", version, std::string_view(source_sum()).substr(0, digits_shown));
}

Result<DataRecord> data_record(const Edition& edition, const fs::path& data, const font::FontCatalogue& fonts) {
  DataRecord record;
  auto design = summed(data, edition.plan.design.file);
  if (!design) return tl::unexpected(std::move(design).error());
  record.design = *std::move(design);
  record.design.version = edition.plan.design.revision;
  for (const char* name : {"fonts/catalogue.xml", "templates/anchors.xml", "templates/terms.xml"}) {
    std::error_code ignored;  // what cannot be looked at was not read either
    if (!fs::exists(data / name, ignored)) continue;
    auto file = summed(data, data / name);
    if (!file) return tl::unexpected(std::move(file).error());
    record.others.push_back(*std::move(file));
  }
  record.faces = sums_of_faces(edition, data, fonts);
  return record;
}

}  // namespace paiban
