#include "archive/mets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "document/calendar.hpp"
#include "document/names.hpp"

namespace paiban::archive {
namespace {

using document::Role;
using document::XmlStream;

/// A part of a story: where it stands on one page.
struct StoryPart {
  const ReadPage* page = nullptr;
  const Article* article = nullptr;
};

class MetsWriter {
 public:
  MetsWriter(const MetsSource& source, const std::vector<KeptFile>& files)
      : source_(source), identity_(source.making.identity), files_(files) {
    for (const ReadPage& page : source_.pages)
      for_each_article(page.articles, [&](const Article& each) { parts_[each.story].push_back({&page, &each}); });
  }

  std::string write() {
    xml_.open("mets").attribute("xmlns", "http://www.loc.gov/METS/").attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
    xml_.attribute("xmlns:mods", "http://www.loc.gov/mods/v3").attribute("xmlns:premis", premis_namespace);
    xml_.attribute("OBJID", identity_.urn).attribute("TYPE", "newspaper issue").attribute("LABEL", identity_.title);
    header();
    describe_issue();
    for_each_story([&](const ReadPage& page, const Article& article) { describe(page, article); });
    provenance();
    files();
    pages();
    stories();
    links();
    xml_.close();
    return xml_.take();
  }

 private:
  /// Stories and boxes, in the order of their first pages; continuations belong to their stories.
  template <typename Visit>
  void for_each_story(const Visit& visit) {
    for (const ReadPage& page : source_.pages)
      for_each_article(page.articles, [&](const Article& article) {
        if (!article.continues) visit(page, article);
      });
  }

  static std::string id_of(const char* kind, const ReadPage& page, const Article& article) {
    return fmt::format("{}.{}.{}", kind, page.number, article.id);
  }
  static std::string id_of(const ReadPage& page) { return fmt::format("page.{}", page.number); }

  void header() {
    xml_.open("metsHdr").attribute("CREATEDATE", identity_.date + "T00:00:00");
    xml_.open("agent").attribute("ROLE", "CREATOR").attribute("TYPE", "OTHER").attribute("OTHERTYPE", "SOFTWARE");
    xml_.whole("name", software_of(source_.making)).close();
    if (!identity_.publisher.empty()) {
      xml_.open("agent").attribute("ROLE", "OTHER").attribute("OTHERROLE", "PUBLISHER").attribute("TYPE", "ORGANIZATION");
      xml_.whole("name", identity_.publisher).close();
    }
    xml_.close();
  }

  // ---- what it is: MODS ----

  void begin_mods(const std::string& id) {
    xml_.open("dmdSec").attribute("ID", id).open("mdWrap").attribute("MDTYPE", "MODS").open("xmlData").open("mods:mods");
  }
  void end_mods() { xml_.close().close().close().close(); }

  void title(const std::string& title, const std::string& subtitle = {}) {
    xml_.open("mods:titleInfo").whole("mods:title", title);
    if (!subtitle.empty()) xml_.whole("mods:subTitle", subtitle);
    xml_.close();
  }

  void describe_issue() {
    begin_mods("dmd.issue");
    title(identity_.paper.empty() ? identity_.title : identity_.paper);
    xml_.open("mods:originInfo");
    if (!identity_.publisher.empty()) xml_.whole("mods:publisher", identity_.publisher);
    xml_.open("mods:dateIssued").attribute("encoding", "w3cdtf").text(identity_.date).close().close();
    language();
    xml_.whole("mods:genre", "newspaper");
    if (source_.issue.page_count > 0) {
      const std::string extent = fmt::format("{} pages", source_.issue.page_count);
      xml_.open("mods:physicalDescription").whole("mods:extent", extent).close();
    }
    for (const Language said : {Language::chinese, Language::english})
      if (const std::string note = statement_of(source_.making.provenance, said); !note.empty())
        xml_.open("mods:note").attribute("type", "provenance").text(note).close();
    identifier("urn", identity_.urn);
    if (!identity_.serial.empty()) identifier("CN", identity_.serial);
    if (identity_.number > 0) part(identity_.number, identity_.date);
    end_mods();
  }

  void language() {
    xml_.open("mods:language").open("mods:languageTerm").attribute("type", "code").attribute("authority", "rfc5646");
    xml_.text("zh-Hans").close().close();
  }
  void identifier(std::string_view type, std::string_view value) {
    xml_.open("mods:identifier").attribute("type", type).text(value).close();
  }
  void part(int number, const std::string& date) {
    xml_.open("mods:part");
    if (number > 0) xml_.open("mods:detail").attribute("type", "issue").whole("mods:number", fmt::to_string(number)).close();
    if (!date.empty()) xml_.open("mods:date").attribute("encoding", "w3cdtf").text(date).close();
    xml_.close();
  }

  static std::string name_for(const Article& article) {
    std::string headline = head_of(article, Role::headline);
    if (headline.empty()) headline = head_of(article, Role::title);
    return headline.empty() ? article.story : headline;
  }

  void describe(const ReadPage& page, const Article& article) {
    begin_mods(id_of("dmd", page, article));
    title(name_for(article), head_of(article, Role::deck));
    for (const Role role : {Role::byline, Role::credit})
      if (const std::string by = head_of(article, role); !by.empty())
        xml_.open("mods:note").attribute("type", "statement of responsibility").text(by).close();
    xml_.whole("mods:genre", name_of(article.kind));
    language();
    identifier("local", article.story);
    if (const auto found = source_.corrections.find(article.story); found != source_.corrections.end()) corrects(found->second);
    end_mods();
  }

  // 更正: the story that is put right, wherever it is kept.
  void corrects(const document::Corrected& corrected) {
    xml_.open("mods:relatedItem").attribute("otherType", "corrects");
    if (!corrected.story.empty()) identifier("local", corrected.story);
    part(corrected.number, corrected.date ? document::iso_date(*corrected.date) : std::string());
    xml_.close();
  }

  // ---- where it comes from: PREMIS ----

  template <typename Write>
  void wrap(const char* id, const char* type, const Write& write) {
    xml_.open("digiprovMD").attribute("ID", id).open("mdWrap").attribute("MDTYPE", type).open("xmlData");
    write();
    xml_.close().close().close();
  }

  void provenance() {
    const Making& making = source_.making;
    xml_.open("amdSec").attribute("ID", "amd");
    wrap("amd.reading", "PREMIS:EVENT", [&] { write_reading(xml_, making); });
    wrap("amd.setting", "PREMIS:EVENT", [&] { write_creation(xml_, making, files_); });
    wrap("amd.program", "PREMIS:AGENT", [&] { write_program(xml_, making); });
    xml_.close();
  }

  // ---- its files ----

  void files() {
    xml_.open("fileSec");
    for (std::size_t i = 0; i < uses; ++i) group(static_cast<Use>(i));
    xml_.close();
  }
  void group(Use use) {
    if (std::ranges::find(files_, use, &KeptFile::use) == files_.end()) return;
    xml_.open("fileGrp").attribute("USE", name_of(use));
    for (const KeptFile& file : files_)
      if (file.use == use) this->file(file);
    xml_.close();
  }
  void file(const KeptFile& file) {
    xml_.open("file").attribute("ID", file.id).attribute("MIMETYPE", file.mime);
    xml_.attribute("SIZE", static_cast<std::int64_t>(file.size)).attribute("CHECKSUM", file.sha256);
    xml_.attribute("CHECKSUMTYPE", "SHA-256");
    xml_.open("FLocat").attribute("LOCTYPE", "URL").attribute("xlink:href", uri_of(file.name)).close().close();
  }
  void point_to(const KeptFile* file) {
    if (file != nullptr) xml_.open("fptr").attribute("FILEID", file->id).close();
  }

  // ---- its pages ----

  void pages() {
    xml_.open("structMap").attribute("TYPE", "PHYSICAL").attribute("LABEL", "pages");
    xml_.open("div").attribute("ID", "physical").attribute("TYPE", "issue").attribute("DMDID", "dmd.issue");
    xml_.attribute("ADMID", "amd.reading amd.setting amd.program");
    for (const KeptFile& file : files_)
      if (file.use == Use::pdf) point_to(&file);
    for (const document::Page& page : source_.issue.pages) this->page(page);
    xml_.close().close();
  }
  void page(const document::Page& page) {
    xml_.open("div").attribute("ID", fmt::format("page.{}", page.number)).attribute("TYPE", page.held ? "page" : "page not held");
    xml_.attribute("ORDER", page.number).attribute("ORDERLABEL", std::int64_t{page.number});
    if (!page.title.empty()) xml_.attribute("LABEL", page.title);
    for (const Use use : {Use::alto, Use::image, Use::text}) point_to(find(files_, use, page.number));
    xml_.close();
  }

  // ---- its stories ----

  void stories() {
    xml_.open("structMap").attribute("TYPE", "LOGICAL").attribute("LABEL", "stories");
    xml_.open("div").attribute("ID", "logical").attribute("TYPE", "issue").attribute("DMDID", "dmd.issue");
    xml_.attribute("LABEL", identity_.title);
    for (const ReadPage& page : source_.pages) {
      xml_.open("div").attribute("ID", fmt::format("section.{}", page.number)).attribute("TYPE", "section");
      xml_.attribute("ORDER", page.number);
      const auto declared = std::ranges::find(source_.issue.pages, page.number, &document::Page::number);
      if (declared != source_.issue.pages.end() && !declared->title.empty()) xml_.attribute("LABEL", declared->title);
      for (const Article& each : page.articles)
        if (!each.continues) story(page, each, "article");
      xml_.close();
    }
    xml_.close().close();
  }

  void story(const ReadPage& page, const Article& article, const char* type) {
    xml_.open("div").attribute("ID", id_of("story", page, article)).attribute("TYPE", type);
    xml_.attribute("LABEL", name_for(article)).attribute("DMDID", id_of("dmd", page, article));
    for (const ReadBlock& head : article.heads) this->head(head, page);
    for (const ReadPicture& picture : article.pictures) piece("picture", {{&page, picture.id}}, picture.description);
    body(article);
    for (const ReadBlock& head : article.closing) this->head(head, page);
    for (const Article& box : article.boxes) story(page, box, "box");
    for (const StoryPart& part : parts_[article.story])
      if (part.article->continues) continued(part);
    xml_.close();
  }

  /// What stands beside the text where the story goes on.
  void continued(const StoryPart& part) {
    for (const ReadBlock& each : part.article->heads) head(each, *part.page);
    for (const ReadPicture& each : part.article->pictures) piece("picture", {{part.page, each.id}}, each.description);
    for (const ReadBlock& each : part.article->closing) head(each, *part.page);
    for (const Article& box : part.article->boxes) story(*part.page, box, "box");
  }
  void head(const ReadBlock& head, const ReadPage& page) { piece(name_of(head.role), {{&page, head.id}}, {}); }

  /// Its legs, on all the pages where it stands.
  void body(const Article& article) {
    std::vector<std::pair<const ReadPage*, std::string>> legs;
    for (const StoryPart& part : parts_[article.story])
      for (const ReadLeg& leg : part.article->legs) legs.emplace_back(part.page, leg.id);
    if (!legs.empty()) piece("body", legs, {});
  }

  void piece(std::string_view type, const std::vector<std::pair<const ReadPage*, std::string>>& blocks,
             const std::string& label) {
    xml_.open("div").attribute("TYPE", type);
    if (!label.empty()) xml_.attribute("LABEL", label);
    xml_.open("fptr");
    if (blocks.size() > 1) xml_.open("seq");
    for (const auto& [page, block] : blocks) {
      const KeptFile* alto = find(files_, Use::alto, page->number);
      if (alto == nullptr) continue;
      xml_.open("area").attribute("FILEID", alto->id).attribute("BETYPE", "IDREF").attribute("BEGIN", block).close();
    }
    if (blocks.size() > 1) xml_.close();
    xml_.close().close();
  }

  // ---- which story stands on which page ----

  void links() {
    bool any = false;
    for_each_story([&](const ReadPage& page, const Article& article) {
      if (!std::exchange(any, true)) xml_.open("structLink");
      for (const StoryPart& part : parts_[article.story]) {
        xml_.open("smLink").attribute("xlink:from", id_of("story", page, article));
        xml_.attribute("xlink:to", id_of(*part.page)).close();
      }
    });
    if (any) xml_.close();
  }

  const MetsSource& source_;
  const Identity& identity_;
  const std::vector<KeptFile>& files_;
  std::map<std::string, std::vector<StoryPart>> parts_;
  XmlStream xml_;
};

}  // namespace

std::string mets(const MetsSource& source, const std::vector<KeptFile>& files) { return MetsWriter(source, files).write(); }

}  // namespace paiban::archive
