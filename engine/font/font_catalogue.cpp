#include "font/font_catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "base/sha256.hpp"
#include "font/handles.hpp"

namespace paiban::font {

struct FontCatalogue::State {
  document::Catalogue catalogue;
  LibraryHandle library;
  std::vector<std::optional<Face>> opened;  // by FontId; before `library` in death
};

namespace {

void* allocate(FT_Memory /*unused*/, long size) { return std::malloc(static_cast<std::size_t>(size)); }
void release(FT_Memory /*unused*/, void* block) { std::free(block); }
void* reallocate(FT_Memory /*unused*/, long /*old*/, long size, void* block) {
  return std::realloc(block, static_cast<std::size_t>(size));
}

// Not FT_Init_FreeType: that obeys FREETYPE_PROPERTIES, and no page may look otherwise for a variable of the environment.
LibraryHandle open_library() {
  static FT_MemoryRec_ memory{nullptr, allocate, release, reallocate};  // never written to; FreeType's type is not const
  FT_Library library = nullptr;
  if (FT_New_Library(&memory, &library) != 0) return nullptr;
  FT_Add_Default_Modules(library);
  return LibraryHandle(library);
}

bool verify_face(const FaceEntry& entry, Report& report) {
  const auto file = MappedFile::open(entry.file, Face::most_bytes);
  if (!file) {
    report.add(Code::face_unreadable, {}, {entry.id, entry.file.string(), file.error()});
    return false;
  }
  const std::string found = sha256_of(file->bytes());
  if (found != entry.sha256) report.add(Code::face_differs, {}, {entry.id, entry.file.string(), entry.sha256, found});
  return found == entry.sha256;
}

}  // namespace

Result<FontCatalogue> FontCatalogue::load(const std::filesystem::path& folder, Report& report) {
  return document::read_catalogue(folder, report).map(&FontCatalogue::of);
}

FontCatalogue FontCatalogue::of(document::Catalogue catalogue) {
  auto state = std::make_unique<State>();
  state->opened.resize(catalogue.faces.size());
  state->catalogue = std::move(catalogue);
  return FontCatalogue(std::move(state));
}

FontCatalogue::FontCatalogue(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontCatalogue::FontCatalogue(FontCatalogue&&) noexcept = default;
FontCatalogue& FontCatalogue::operator=(FontCatalogue&&) noexcept = default;
FontCatalogue::~FontCatalogue() = default;

std::span<const FaceEntry> FontCatalogue::faces() const { return state_->catalogue.faces; }
std::span<const RoleEntry> FontCatalogue::roles() const { return state_->catalogue.roles; }

const RoleEntry* FontCatalogue::role(std::string_view name) const {
  const auto all = roles();
  const auto found = std::find_if(all.begin(), all.end(), [name](const RoleEntry& entry) { return entry.role == name; });
  return found == all.end() ? nullptr : &*found;
}

Result<const Face*> FontCatalogue::open(FontId id) const {
  std::optional<Face>& place = state_->opened[id];
  if (!place) {
    if (!state_->library) state_->library = open_library();
    auto face = Face::open(faces()[id], state_->library.get());
    if (!face) return tl::unexpected(std::move(face).error());
    place.emplace(std::move(*face));
  }
  return &*place;
}

bool FontCatalogue::verify(Report& report) const {
  bool all_well = true;
  for (const FaceEntry& entry : faces()) all_well = verify_face(entry, report) && all_well;
  return all_well;
}

}  // namespace paiban::font
