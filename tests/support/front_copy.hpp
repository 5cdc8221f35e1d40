#pragma once
// The copy of 12184 without its regions, tried in the patterns of its template: what make-up starts from.

#include "document/issue_reader.hpp"
#include "document/template_reader.hpp"
#include "font/font_catalogue.hpp"
#include "makeup/trial.hpp"

namespace paiban::test {

struct FrontCopy {
  Report report{};
  font::FontCatalogue fonts = font::FontCatalogue::load(PAIBAN_SOURCE_DIR "/fonts", report).value();
  document::Template design = document::read_template(PAIBAN_SOURCE_DIR "/templates/changji-front.xml", "", report).value();
  document::Issue issue = document::read_issue(PAIBAN_SOURCE_DIR "/issues/12184/issue.xml", report).value();

  FrontCopy() { free(issue.pages.front().stories); }

  [[nodiscard]] makeup::Trial trial() const { return makeup::try_patterns(issue, issue.pages.front(), design, fonts).value(); }

 private:
  /// Pictures take the size that their file has, which is not opened here.
  static void free(std::vector<document::Story>& stories) {
    for (document::Story& story : stories) {
      story.region.clear();
      if (story.picture) story.picture->pixel_width = 1800, story.picture->pixel_height = 1200;
      free(story.boxes);
    }
  }
};

}  // namespace paiban::test
