#pragma once
// The whole way from an issue's XML to its pages. The command, the tests and the tools all go through here.

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/issue_file.hpp"
#include "document/plan.hpp"
#include "document/promise.hpp"
#include "font/font_catalogue.hpp"
#include "page/composed_page.hpp"
#include "paint/display_list.hpp"
#include "picture/picture.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban {

/// Where templates and faces are found: `data`/templates and `data`/fonts.
struct Request {
  std::filesystem::path issue;  ///< "-": standard input
  std::filesystem::path data;
  std::string template_id;                ///< empty: the issue's own
  Language language = Language::english;  ///< of cures and other words in reports
  document::StandIns stand_ins = document::StandIns::shown;
};

/// Everything that came of an issue, stage by stage. Later stages point into none of the earlier ones.
struct Edition {
  document::Plan plan;
  std::vector<text::ShapedParagraph> texts;  ///< by TextId
  std::vector<page::ComposedPage> pages;
  std::vector<paint::DisplayList> lists;  ///< one a page
  std::vector<std::string> faces;         ///< ids of the catalogue's faces, by FontId
  picture::PictureShelf pictures;         ///< read and checked once, for whoever draws the pages
  std::string source;                     ///< the issue's file, byte for byte as it was set
};

/// Everything read and checked, nothing set.
struct Copy {
  document::IssueFile file;
  document::Issue issue;
  document::Template design;
  document::Layouts layouts;  ///< of pages that bring their structure
  picture::PictureShelf pictures;
};

/// `pictures`: read before, taken as they are.
[[nodiscard]] Result<Copy> read_copy(const Request& request, const font::FontCatalogue& fonts, Report& report,
                                     picture::PictureShelf pictures = {});
/// Its pages, without the pictures' files.
[[nodiscard]] Result<Edition> set_copy(document::Issue issue, document::Template design, document::Layouts layouts,
                                       const font::FontCatalogue& fonts, Report& report);

/// The two together: sets an issue. An error is broken input (nothing can be written); all else that is wrong is in `report`.
[[nodiscard]] Result<Edition> typeset(const Request& request, const font::FontCatalogue& fonts, Report& report,
                                      picture::PictureShelf pictures = {});

}  // namespace paiban
