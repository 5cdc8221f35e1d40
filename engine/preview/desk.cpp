#include "preview/desk.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "document/issue_file.hpp"
#include "document/template_store.hpp"
#include "finished_pdf.hpp"
#include "page/place_words.hpp"
#include "report/diagnostic_json.hpp"
#include "report/fit.hpp"
#include "report/make_up.hpp"
#include "report/numbers.hpp"
#include "taboo/find_taboos.hpp"

namespace paiban::preview {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr int thumbnail_dpi = 36;  // a page of a proposal: its structure is seen, three stand side by side
constexpr int most_proposals = 6;

fs::path catalogue_of(const Request& request) { return request.data / "fonts" / "catalogue.xml"; }

/// Joins the members of JSON objects that are already text.
std::string with_member(std::string object, std::string_view name, std::string_view value) {
  object.pop_back();  // the closing brace
  return object + ",\"" + std::string(name) + "\":" + std::string(value) + '}';
}

void add_pictures(const std::vector<page::SetStory>& stories, std::set<fs::path>& files) {
  for (const page::SetStory& story : stories) {
    for (const page::SetPicture& picture : story.pictures)
      if (!picture.picture.file.empty()) files.insert(picture.picture.file);
    add_pictures(story.boxes, files);
  }
}

}  // namespace

Desk::Desk(Request request, font::FontCatalogue fonts)
    : request_(std::move(request)), fonts_(std::move(fonts)), catalogue_(picture::state_of(catalogue_of(request_))) {
  context_.emplace(*fonts_);
  follow(nullptr);
}

void Desk::read_faces_again() {
  const picture::FileState now = picture::state_of(catalogue_of(request_));
  if (now == catalogue_) return;
  catalogue_ = now;
  auto fonts = font::FontCatalogue::load(request_.data / "fonts", report_);
  if (!fonts) return report_.add(std::move(fonts).error());
  // Numbers of faces may mean others now: the pages of before are of no use.
  shown_.reset();
  context_.reset();
  fonts_.emplace(*std::move(fonts));
  context_.emplace(*fonts_);
}

void Desk::read() {
  ++revision_;
  report_ = {};
  read_faces_again();
  proposals_.reset();
  picture::PictureShelf shelf = std::move(context_->pictures());
  shelf.refresh();
  auto edition = typeset(request_, *fonts_, report_, std::move(shelf));
  if (!edition) {
    report_.add(std::move(edition).error());
    stale_ = true;
    return follow(nullptr);
  }
  for (const page::ComposedPage& page : edition->pages) taboo::report_taboos(edition->plan, edition->texts, page, report_);
  show(*std::move(edition), report_);
}

void Desk::show(Edition edition, const Report& report) {
  context_->pictures() = std::move(edition.pictures);
  show_inks(request_.data, {}, *context_);
  before_ = shown_ ? std::move(shown_->books) : std::vector<LineBook>{};
  std::vector<LineBook> books;
  for (const page::ComposedPage& page : edition.pages) books.emplace_back(edition, page);
  if (before_.size() != books.size()) before_.assign(books.size(), LineBook{});
  shown_.emplace(Shown{std::move(edition), report, std::move(books)});
  grids_.clear();
  stale_ = false;
  follow(&shown_->edition);
}

/// Without an edition, what was followed stays followed: the file that is broken may name others when it is mended.
void Desk::follow(const Edition* edition) {
  if (edition != nullptr) files_.clear();
  files_.insert(request_.issue);
  files_.insert(catalogue_of(request_));
  files_.insert(request_.data / "templates" / "terms.xml");
  files_.insert(request_.data / "templates" / "anchors.xml");
  if (edition == nullptr) return;
  if (const auto path = document::find_template(request_.data, edition->plan.design.id)) files_.insert(*path);
  files_.insert(edition->plan.issue.folder / "terms.xml");
  // Copy and pictures as the issue names them, those that are missing too: they may come.
  Report unheard;
  if (const auto file = document::IssueFile::read(request_.issue, unheard))
    for (const std::string& name : file->named_files()) files_.insert(edition->plan.issue.folder / name);
  for (const page::ComposedPage& page : edition->pages) add_pictures(page.stories, files_);
}

std::optional<std::size_t> Desk::index_of(int number) const {
  if (!shown_) return std::nullopt;
  for (std::size_t i = 0; i < shown_->edition.pages.size(); ++i)
    if (shown_->edition.pages[i].number == number) return i;
  return std::nullopt;
}

std::string Desk::state_json() const {
  Json state{{"revision", revision_}, {"stale", stale_}, {"file", request_.issue.string()}, {"pages", Json::array()}};
  if (shown_) {
    const Edition& edition = shown_->edition;
    state["paper"] = edition.plan.issue.paper;
    state["number"] = edition.plan.issue.number;
    if (!edition.lists.empty()) state["date"] = edition.lists.front().date;
    for (const page::ComposedPage& page : edition.pages)
      state["pages"].push_back({{"number", page.number},
                                {"words", page::page_words(page.number)},
                                {"width", report::in_points(page.width)},
                                {"height", report::in_points(page.height)}});
  }
  state["diagnostics"] = report::diagnostics_json(report_, request_.language);
  state["dropped"] = report_.dropped();
  return with_member(report::one_line(state), "fit", shown_ ? report::fit_json(shown_->edition, request_.language) : "null");
}

std::optional<std::string> Desk::facts(int number) const {
  const auto index = index_of(number);
  if (!index) return std::nullopt;
  return facts_json(shown_->edition, *index, before_[*index], shown_->report, request_.language);
}

const TileGrid* Desk::grid(int number, int dpi) {
  const auto index = index_of(number);
  if (!index) return nullptr;
  const auto known = grids_.find({number, dpi});
  if (known != grids_.end()) return &known->second;
  const PictureState state = [this](const fs::path& file) {
    const auto read = context_->pictures().state(file);
    return read ? static_cast<std::uint64_t>(read->written) ^ read->inode : 0;
  };
  return &grids_.emplace(std::pair{number, dpi}, tile_grid(shown_->edition.lists[*index], dpi, state)).first->second;
}

std::optional<std::string> Desk::grid_json(int number, int dpi) {
  const TileGrid* tiles = grid(number, dpi);
  if (tiles == nullptr) return std::nullopt;
  return Json{{"revision", revision_},   {"dpi", dpi},
              {"side", tile_side},       {"width", tiles->width},
              {"height", tiles->height}, {"columns", tiles->columns},
              {"rows", tiles->rows},     {"keys", tiles->keys}}
      .dump();
}

std::optional<std::string> Desk::tile(int number, int dpi, int index, const std::string& key) {
  const TileGrid* tiles = grid(number, dpi);
  if (tiles == nullptr || index >= static_cast<int>(tiles->keys.size()) || tiles->keys[static_cast<std::size_t>(index)] != key)
    return std::nullopt;
  const paint::DisplayList& page = shown_->edition.lists[*index_of(number)];
  auto png = render::render_png_part(page, dpi, tile_box(*tiles, index), *context_);
  return png ? std::optional(*std::move(png)) : std::nullopt;
}

std::string Desk::proposals_json() {
  Report report;
  auto made = make_up(request_, {most_proposals, MakeUpWish::Structure::fresh}, *fonts_, report);
  if (!made) {
    report.add(std::move(made).error());
    proposals_.reset();
    return report::one_line({{"proposals", Json::array()}, {"diagnostics", report::diagnostics_json(report, request_.language)}});
  }
  proposals_ = *std::move(made);
  std::vector<std::string> names;
  Json pages = Json::array();
  for (std::size_t i = 0; i < proposals_->list.size(); ++i) {
    names.push_back(std::to_string(i + 1));
    Json numbers = Json::array();
    for (const PageStructure& page : proposals_->list[i].pages) numbers.push_back(page.page);
    pages.push_back(std::move(numbers));
  }
  std::string json = report::make_up_json(*proposals_, names, request_.language);
  while (!json.empty() && json.back() != '}') json.pop_back();
  return with_member(std::move(json), "pages", pages.dump());
}

std::optional<std::string> Desk::proposal_png(int proposal, int number) {
  if (!proposals_ || proposal < 1 || proposal > static_cast<int>(proposals_->list.size())) return std::nullopt;
  for (const paint::DisplayList& list : proposals_->list[static_cast<std::size_t>(proposal - 1)].edition.lists) {
    if (list.page != number) continue;
    auto png = render::render_png(list, thumbnail_dpi, *context_);
    return png ? std::optional(*std::move(png)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace paiban::preview
