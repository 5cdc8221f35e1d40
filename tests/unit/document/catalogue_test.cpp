// The catalogue of faces: what it says, what it is refused for, and that the shipped one tells the truth about its folder.

#include "document/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "document/template_reader.hpp"
#include "document/template_store.hpp"

namespace paiban::document {
namespace {

namespace fs = std::filesystem;

const fs::path source = PAIBAN_SOURCE_DIR;
const fs::path tables = source / "tests/tables/catalogues";

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(tables)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string said_of(const std::string& name) {
  Report report;
  auto catalogue = read_catalogue(tables / name, report);
  if (!catalogue) report.add(catalogue.error());
  std::string said;
  for (const Diagnostic& each : report.diagnostics()) said += report.text(each, Language::english);
  const std::string prefix = tables.string() + "/";
  for (std::size_t at = said.find(prefix); at != std::string::npos; at = said.find(prefix)) said.erase(at, prefix.size());
  return said;
}

class CatalogueRefusals : public testing::TestWithParam<std::string> {};

TEST_P(CatalogueRefusals, AreToldInTheseWords) { EXPECT_EQ(said_of(GetParam()), bytes_of(tables / GetParam() / "expected")); }

INSTANTIATE_TEST_SUITE_P(Tables, CatalogueRefusals, testing::ValuesIn(cases()), [](const auto& tested) {
  std::string name = tested.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

Catalogue read(const fs::path& folder) {
  Report report;
  auto catalogue = read_catalogue(folder, report);
  EXPECT_TRUE(catalogue) << folder;
  return catalogue.value_or(Catalogue{});
}

TEST(FaceCatalogue, SaysWhatEachFaceIs) {
  const Catalogue catalogue = read(tables / "good");
  ASSERT_EQ(catalogue.faces.size(), 2U);
  EXPECT_EQ(catalogue.faces[0].file, tables / "good/song/Song.ttf");
  EXPECT_TRUE(catalogue.faces[0].file.is_absolute());
  EXPECT_EQ(catalogue.faces[0].em_box_bottom, -120);
  EXPECT_EQ(catalogue.faces[1].em_box_bottom, -200);
  const std::vector<std::pair<char32_t, char32_t>> kept{{U'䶮', 0xE863}};
  EXPECT_EQ(catalogue.faces[1].private_use, kept);
  ASSERT_EQ(catalogue.roles.size(), 2U);
  EXPECT_EQ(catalogue.roles[1].role, "楷体");
  EXPECT_EQ(catalogue.roles[1].chain, (std::vector<FontId>{1, 0}));
}

TEST(FaceCatalogue, FailsWhereThereIsNone) {
  Report report;
  EXPECT_FALSE(read_catalogue(tables / "nowhere", report));
}

// ---- the shipped one ----

std::map<std::string, std::string> listed_sums() {
  std::ifstream list(source / "fonts/SHA256SUMS");
  std::map<std::string, std::string> sums;
  for (std::string sum, file; list >> sum >> file;) sums[file] = sum;
  return sums;
}

TEST(FaceCatalogue, NamesEveryFileOfItsFolderWithItsSum) {
  std::map<std::string, std::string> sums = listed_sums();
  for (const FaceEntry& face : read(source / "fonts").faces) {
    const std::string file = fs::relative(face.file, source / "fonts").generic_string();
    EXPECT_EQ(sums[file], face.sha256) << file;
    EXPECT_TRUE(fs::is_regular_file(face.file)) << file;
    sums.erase(file);
  }
  EXPECT_TRUE(sums.empty()) << sums.begin()->first << " is in SHA256SUMS alone";
}

TEST(FaceCatalogue, EveryFacesFolderHoldsItsLicence) {
  for (const FaceEntry& face : read(source / "fonts").faces) {
    const fs::path folder = face.file.parent_path();
    EXPECT_TRUE(fs::exists(folder / "OFL.txt") || fs::exists(folder / "COPYING")) << folder;
    EXPECT_FALSE(face.licence.empty());
  }
}

TEST(FaceCatalogue, HasEveryRoleThatAShippedTemplateAsksFor) {
  const Catalogue catalogue = read(source / "fonts");
  for (const std::string& id : template_ids(source)) {
    Report report;
    const auto design = read_template(*find_template(source, id), "", report);
    ASSERT_TRUE(design) << id;
    EXPECT_TRUE(check_roles(*design, catalogue.roles, report)) << id;
  }
}

}  // namespace
}  // namespace paiban::document
