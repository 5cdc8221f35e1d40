#include "document/catalogue.hpp"

#include <algorithm>
#include <string_view>

#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "document/vocabulary.hpp"
#include "document/xml.hpp"

namespace paiban::document {
namespace {

constexpr VocabularyCodes catalogue_codes{Code::catalogue_other_version,     Code::catalogue_unknown_element,
                                          Code::catalogue_unknown_attribute, Code::catalogue_stray_text,
                                          Code::catalogue_missing,           Code::catalogue_bad_value};

constexpr std::size_t most_faces = 4'096;  // a FontId has room for more; no newsroom has
constexpr std::size_t sha256_digits = 64;
constexpr int lowest_em_box = -1'000;          // the whole em below the baseline
constexpr std::size_t longest_code_point = 6;  // 10FFFF
constexpr char32_t last_code_point = 0x10FFFF;

// Unicode's private-use areas (The Unicode Standard, 23.5).
constexpr bool is_private_use(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

std::optional<char32_t> parse_hexadecimal(std::string_view digits) {
  if (digits.empty() || digits.size() > longest_code_point) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits) {
    const auto digit = std::string_view("0123456789ABCDEF").find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value <= last_code_point ? std::optional(value) : std::nullopt;
}

/// "䶮" or "U+4DAE".
std::optional<char32_t> parse_character(std::string_view text) {
  if (text.starts_with("U+")) return parse_hexadecimal(text.substr(2));
  if (text.empty()) return std::nullopt;
  const Decoded only = decode_at(text, 0);
  return only.next == text.size() ? std::optional(only.code_point) : std::nullopt;
}

bool is_sum(std::string_view text) {
  return text.size() == sha256_digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Reads one catalogue whose faces lie below `folder`.
class CatalogueReader {
 public:
  CatalogueReader(Vocabulary& words, const std::filesystem::path& folder) : words_(&words), folder_(folder) {}

  void read(pugi::xml_node root);
  [[nodiscard]] Catalogue take() { return std::move(catalogue_); }

 private:
  void face(pugi::xml_node element);
  void file(pugi::xml_node element, FaceEntry& entry);
  void em_box(pugi::xml_node element, FaceEntry& entry);
  void private_use(pugi::xml_node element, FaceEntry& entry);
  void role(pugi::xml_node element);
  void link(pugi::xml_node element, std::string_view id, RoleEntry& entry);
  [[nodiscard]] std::string face_ids() const;

  Vocabulary* words_;
  std::filesystem::path folder_;
  Catalogue catalogue_;
};

void CatalogueReader::read(pugi::xml_node root) {
  words_->expect(root, {"version"}, {"face", "role"});
  for (const pugi::xml_node element : root.children("face")) face(element);
  for (const pugi::xml_node element : root.children("role")) role(element);
  if (catalogue_.faces.empty()) words_->missing(root, "<face>");
  if (catalogue_.roles.empty()) words_->missing(root, "<role>");
}

void CatalogueReader::face(pugi::xml_node element) {
  words_->expect(element, {"id", "file", "index", "em-box-bottom", "licence", "sha256"}, {"private-use"});
  FaceEntry entry;
  entry.id = words_->required(element, "id");
  if (entry.id.find(' ') != std::string::npos) words_->bad_value(element, "id", "NotoSerifSC-Regular");
  file(element, entry);
  entry.index = words_->whole(element, "index").value_or(0);
  em_box(element, entry);
  entry.licence = words_->required(element, "licence");
  entry.sha256 = words_->required(element, "sha256");
  if (!entry.sha256.empty() && !is_sum(entry.sha256)) words_->bad_value(element, "sha256", "sha256sum FILE");
  for (const pugi::xml_node child : element.children("private-use")) private_use(child, entry);
  const auto same_id = [&entry](const FaceEntry& each) { return each.id == entry.id; };
  if (std::any_of(catalogue_.faces.begin(), catalogue_.faces.end(), same_id))
    return words_->fault(Code::catalogue_twice, words_->place(element), {"face", entry.id});
  if (catalogue_.faces.size() == most_faces) return;
  catalogue_.faces.push_back(std::move(entry));
}

/// The catalogue comes with its faces and may be copied about: it must not reach into the rest of the machine.
void CatalogueReader::file(pugi::xml_node element, FaceEntry& entry) {
  const std::string_view said = words_->required(element, "file");
  if (said.empty()) return;
  const auto relative = std::filesystem::path(said).lexically_normal();
  if (relative.is_absolute() || *relative.begin() == "..")
    return words_->fault(Code::catalogue_outside, words_->place(element, "file"), {std::string(said)});
  entry.file = folder_ / relative;
}

void CatalogueReader::em_box(pugi::xml_node element, FaceEntry& entry) {
  const auto bottom = words_->ratio(element, "em-box-bottom");
  if (!bottom) return;
  const std::int64_t thousandths = bottom->ten_thousandths / Ratio::one().ten_thousandths;
  if (thousandths < lowest_em_box || thousandths > 0) return words_->bad_value(element, "em-box-bottom", "-120");
  entry.em_box_bottom = static_cast<int>(thousandths);
}

void CatalogueReader::private_use(pugi::xml_node element, FaceEntry& entry) {
  words_->expect(element, {"character", "at"});
  const auto character = parse_character(words_->required(element, "character"));
  const auto at = parse_character(words_->required(element, "at"));
  if (!character) words_->bad_value(element, "character", "䶮, U+4DAE");
  if (!at || !is_private_use(*at)) words_->bad_value(element, "at", "U+E863");
  if (character && at) entry.private_use.emplace_back(*character, *at);
}

void CatalogueReader::role(pugi::xml_node element) {
  words_->expect(element, {"name", "faces"});
  RoleEntry entry;
  entry.role = words_->required(element, "name");
  std::string_view faces = words_->required(element, "faces");
  while (!faces.empty()) {
    const auto blank = faces.find(' ');
    if (blank != 0) link(element, faces.substr(0, blank), entry);
    faces.remove_prefix(blank == std::string_view::npos ? faces.size() : blank + 1);
  }
  const auto same_name = [&entry](const RoleEntry& each) { return each.role == entry.role; };
  if (std::any_of(catalogue_.roles.begin(), catalogue_.roles.end(), same_name))
    return words_->fault(Code::catalogue_twice, words_->place(element), {"role", entry.role});
  catalogue_.roles.push_back(std::move(entry));
}

void CatalogueReader::link(pugi::xml_node element, std::string_view id, RoleEntry& entry) {
  const auto& faces = catalogue_.faces;
  const auto found = std::find_if(faces.begin(), faces.end(), [id](const FaceEntry& each) { return each.id == id; });
  if (found == faces.end())
    return words_->fault(Code::catalogue_unknown_face, words_->place(element, "faces"),
                         {entry.role, std::string(id), face_ids()});
  entry.chain.push_back(static_cast<FontId>(found - faces.begin()));
}

std::string CatalogueReader::face_ids() const {
  std::string ids;
  for (const FaceEntry& each : catalogue_.faces) ids += (ids.empty() ? "" : ", ") + each.id;
  return ids;
}

}  // namespace

Result<Catalogue> read_catalogue(const std::filesystem::path& folder, Report& report) {
  const auto file = XmlFile::read(folder / "catalogue.xml", report);
  if (!file) return tl::unexpected(file.error());
  Vocabulary words(*file, catalogue_codes);
  if (!words.root("catalogue", "urn:paiban:catalogue", "1")) return tl::unexpected(words.report_faults(report));
  std::error_code failed;  // a current folder that is gone: the path stays as it was given
  const auto whole = std::filesystem::absolute(folder, failed);
  CatalogueReader reader(words, failed ? folder : whole);
  reader.read(file->root());
  if (words.any_fault()) return tl::unexpected(words.report_faults(report));
  return reader.take();
}

}  // namespace paiban::document
