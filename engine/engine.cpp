#include "engine.hpp"

#include <algorithm>

#include "base/message_table.hpp"
#include "document/copy_check.hpp"
#include "document/copy_cuts.hpp"
#include "document/input_file.hpp"
#include "document/issue_file.hpp"
#include "document/issue_layouts.hpp"
#include "document/issue_reader.hpp"
#include "document/number_record.hpp"
#include "document/record.hpp"
#include "document/template_reader.hpp"
#include "document/term_check.hpp"
#include "document/term_marks.hpp"
#include "document/terms.hpp"
#include "page/compose_page.hpp"
#include "page/resolution.hpp"
#include "paint/paint.hpp"
#include "text/head_rows.hpp"
#include "text/shape.hpp"

namespace paiban {
namespace {

/// What picture/ says of a file it says of its path; the editor hears his own name for it, and where it stands.
Diagnostic in_the_issue(Diagnostic trouble, const document::Picture& picture, const std::string& story) {
  trouble.at = picture.at;
  trouble.arguments.front() = picture.source;
  trouble.story = story;
  return trouble;
}

void inspect(document::Picture& picture, const std::string& story, picture::PictureShelf& shelf, Report& report) {
  if (picture.stand_in) report.add(Code::stand_in_picture, picture.at, {picture.source.empty() ? story : picture.source}, story);
  if (picture.file.empty()) return;
  const Result<picture::Picture>& read = shelf.take(picture.file);
  if (!read) {
    report.add(in_the_issue(read.error(), picture, story));
    picture.file.clear();  // a crossed box stands for it
    return;
  }
  for (const Diagnostic& note : read->notes) report.add(in_the_issue(note, picture, story));
  picture.pixel_width = read->info.width;
  picture.pixel_height = read->info.height;
}

void inspect(std::vector<document::Story>& stories, picture::PictureShelf& shelf, Report& report) {
  for (document::Story& story : stories) {
    if (story.picture) inspect(*story.picture, story.id, shelf, report);
    inspect(story.boxes, shelf, report);
  }
}

/// Reads and checks every picture. One that is none is reported, and a crossed box stands for it.
void inspect_pictures(document::Issue& issue, picture::PictureShelf& shelf, Report& report) {
  for (document::Page& page : issue.pages) inspect(page.stories, shelf, report);
  for (auto& [name, part] : issue.masthead)
    if (part.artwork) inspect(*part.artwork, name, shelf, report);
}

/// The template that the request or the issue names, dressed for the day.
Result<document::Template> read_design(const Request& request, const document::Issue& issue, const font::FontCatalogue& fonts,
                                       Report& report) {
  const std::string& name = request.template_id.empty() ? issue.template_id : request.template_id;
  auto design = document::read_named_template(request.data, name, issue.variant, report);
  // A template that is not there: it is the issue that names it.
  if (!design && design.error().at.file == 0 && request.template_id.empty()) design.error().at = issue.at;
  if (design && !document::check_roles(*design, fonts.roles(), report)) {
    // All unknown roles are in the report; the first speaks for them.
    const auto fault = std::ranges::find(report.diagnostics(), Code::template_unknown_role, &Diagnostic::code);
    return tl::unexpected(*fault);
  }
  return design;
}

/// The house's words, and those that the issue has beside it.
Result<document::Terms> read_words(const Request& request, const document::Issue& issue, Report& report) {
  constexpr const char* name = "terms.xml";
  auto house = document::read_terms(request.data / "templates" / name, report);
  if (!house || document::look_inside(issue.folder, name) != document::Inside::usable) return house;
  auto own = document::read_terms(issue.folder / name, report);
  if (!own) return own;
  return document::joined_terms(*std::move(house), *std::move(own));
}

std::vector<std::string> face_ids(const font::FontCatalogue& fonts) {
  std::vector<std::string> ids;
  for (const font::FaceEntry& face : fonts.faces()) ids.push_back(face.id);
  return ids;
}

}  // namespace

Result<Copy> read_copy(const Request& request, const font::FontCatalogue& fonts, Report& report, picture::PictureShelf pictures) {
  auto file = document::IssueFile::read(request.issue, report);
  if (!file) return tl::unexpected(file.error());
  auto issue = document::read_issue(*file, report);  // what the editor meant
  if (!issue) return tl::unexpected(std::move(issue).error());
  auto design = read_design(request, *issue, fonts, report);  // the page's design
  if (!design) return tl::unexpected(std::move(design).error());
  auto layouts = document::read_layouts(*file, *design, report);  // the structure that its pages bring themselves
  if (!layouts) return tl::unexpected(std::move(layouts).error());
  const auto record = document::read_number_record(request.data / "templates" / "anchors.xml", report);
  if (!record) return tl::unexpected(record.error());
  document::check_record(*issue, design->calendar, *record, report);  // is the masthead true?
  const auto terms = read_words(request, *issue, report);
  if (!terms) return tl::unexpected(terms.error());
  document::check_words(*issue, *terms, report);  // are names, titles, forms as the house has them?
  document::mark_terms(*issue, *terms);           // what is kept whole
  inspect_pictures(*issue, pictures, report);
  document::check_promises(*issue, request.stand_ins, report);  // what has not come, or otherwise than promised
  return Copy{*std::move(file), *std::move(issue), *std::move(design), *std::move(layouts), std::move(pictures)};
}

Result<Edition> set_copy(document::Issue issue, document::Template design, document::Layouts layouts,
                         const font::FontCatalogue& fonts, Report& report) {
  Edition edition;
  // Stories in regions, texts with styles.
  edition.plan = document::bind(std::move(issue), std::move(design), report, std::move(layouts));
  document::check_copy(edition.plan, report);                   // what is odd in the copy
  text::check_head_rows(edition.plan, report);                  // do the editor's rows read well?
  document::plan_cuts(edition.plan, report);                    // what may go, where there is too much
  auto texts = text::shape_texts(edition.plan, fonts, report);  // glyphs, and where lines may end
  if (!texts) return tl::unexpected(std::move(texts).error());
  edition.texts = *std::move(texts);
  edition.pages = page::compose_pages(edition.plan, edition.texts, report);  // lines standing in regions
  page::check_resolution(edition.pages, report);                             // are the pictures large enough?
  for (const page::ComposedPage& page : edition.pages)
    edition.lists.push_back(paint::paint_page(edition.plan, edition.texts, page));  // things at fixed places
  edition.faces = face_ids(fonts);
  return edition;
}

Result<Edition> typeset(const Request& request, const font::FontCatalogue& fonts, Report& report,
                        picture::PictureShelf pictures) {
  auto copy = read_copy(request, fonts, report, std::move(pictures));
  if (!copy) return tl::unexpected(std::move(copy).error());
  auto edition = set_copy(std::move(copy->issue), std::move(copy->design), std::move(copy->layouts), fonts, report);
  if (!edition) return edition;
  edition->pictures = std::move(copy->pictures);
  edition->source = copy->file.bytes();
  return edition;
}

}  // namespace paiban
