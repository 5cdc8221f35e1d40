#pragma once
// Issues without places, tried in the patterns of their template: what make-up starts from.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "document/issue_reader.hpp"
#include "document/template_reader.hpp"
#include "font/font_catalogue.hpp"
#include "makeup/trial.hpp"
#include "picture/picture.hpp"

namespace paiban::test {

/// An issue for the front page's template, without the regions that it may name.
struct FreeCopy {
  Report report{};
  font::FontCatalogue fonts = font::FontCatalogue::load(PAIBAN_SOURCE_DIR "/fonts", report).value();
  document::Template design = document::read_template(PAIBAN_SOURCE_DIR "/templates/changji-front.xml", "", report).value();
  document::Issue issue;

  /// `name`: its folder in issues/.
  explicit FreeCopy(const std::string& name)
      : issue(document::read_issue(std::filesystem::path(PAIBAN_SOURCE_DIR "/issues") / name / "issue.xml", report).value()) {
    std::erase_if(issue.pages, [](const document::Page& page) { return !page.held || page.stories.empty(); });
    picture::PictureShelf shelf;
    for (document::Page& page : issue.pages) free(page.stories, shelf);
  }

  [[nodiscard]] makeup::Trial trial(const document::Page& page) const {
    return makeup::try_patterns(issue, page, design, fonts).value();
  }

 private:
  /// Pictures have the size of their files.
  static void free(std::vector<document::Story>& stories, picture::PictureShelf& shelf) {
    for (document::Story& story : stories) {
      story.region.clear();
      if (story.picture && !story.picture->file.empty()) {
        const picture::PictureInfo& info = shelf.take(story.picture->file).value().info;
        story.picture->pixel_width = info.width;
        story.picture->pixel_height = info.height;
      }
      free(story.boxes, shelf);
    }
  }
};

/// Folders in issues/ whose pages can be made up.
inline std::vector<std::string> free_issues() {
  std::vector<std::string> names{"12184"};
  for (const auto& entry : std::filesystem::directory_iterator(PAIBAN_SOURCE_DIR "/issues/samples"))
    if (entry.is_directory()) names.push_back("samples/" + entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

/// Of such a folder, for a test's name.
inline std::string plain_name(std::string folder) {
  for (char& c : folder) c = c == '-' || c == '/' ? '_' : c;
  return folder;
}

}  // namespace paiban::test
