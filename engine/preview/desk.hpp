#pragma once
// What the preview shows: the last good pages, and what is to be said of the copy as it stands in its file.

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine.hpp"
#include "preview/facts.hpp"
#include "preview/tiles.hpp"
#include "proposals.hpp"
#include "render/context.hpp"

namespace paiban::preview {

class Desk {
 public:
  /// Nothing is read yet. `request` names the issue and the data folder.
  Desk(Request request, font::FontCatalogue fonts);
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  /// Sets the issue as it is now. Copy that cannot be set leaves the pages of before, and is said.
  void read();
  /// Counts the readings, from 1.
  [[nodiscard]] int revision() const { return revision_; }
  /// Everything that the pages depend on.
  [[nodiscard]] const std::set<std::filesystem::path>& files() const { return files_; }

  /// {revision, stale, file, paper, date, number, pages, diagnostics, fit}
  [[nodiscard]] std::string state_json() const;
  /// facts_json of page `number`; nullopt where there is none.
  [[nodiscard]] std::optional<std::string> facts(int number) const;
  /// {dpi, side, width, height, columns, rows, keys}
  [[nodiscard]] std::optional<std::string> grid_json(int number, int dpi);
  /// The tile as a PNG; nullopt where the page does not look so any more.
  [[nodiscard]] std::optional<std::string> tile(int number, int dpi, int index, const std::string& key);

  /// Makes up the pages of the copy as it is: as `makeup --json`, with each proposal's pages. Kept for proposal_png().
  [[nodiscard]] std::string proposals_json();
  /// Page `number` of proposal `proposal`, from 1, small.
  [[nodiscard]] std::optional<std::string> proposal_png(int proposal, int number);

 private:
  /// What is shown. Its report names the files that its lines come from.
  struct Shown {
    Edition edition;
    Report report;
    std::vector<LineBook> books;  ///< a page each
  };

  [[nodiscard]] std::optional<std::size_t> index_of(int number) const;
  void show(Edition edition, const Report& report);
  void follow(const Edition* edition);
  const TileGrid* grid(int number, int dpi);
  void read_faces_again();

  Request request_;
  std::optional<font::FontCatalogue> fonts_;
  std::optional<render::RenderContext> context_;  // of fonts_
  picture::FileState catalogue_;
  Report report_;  ///< of the last reading
  bool stale_ = false;
  std::optional<Shown> shown_;
  std::vector<LineBook> before_;
  std::map<std::pair<int, int>, TileGrid> grids_;  // by page and dpi
  std::set<std::filesystem::path> files_;
  std::optional<Proposals> proposals_;
  int revision_ = 0;
};

}  // namespace paiban::preview
