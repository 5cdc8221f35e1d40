#include "archive/bag.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "archive/alto.hpp"
#include "archive/iiif.hpp"
#include "archive/mets.hpp"
#include "archive/payload.hpp"
#include "archive/plain_text.hpp"
#include "archive/premis.hpp"
#include "archive/reading.hpp"
#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "base/sha256.hpp"
#include "document/input_file.hpp"
#include "picture/picture.hpp"
#include "render/png.hpp"
#include "report/about.hpp"

namespace paiban::archive {
namespace {

// A pixel a point: body type can just be read, and the image is there to find one's way; to read there are the PDF and ALTO. At
// 100 it would take twice the time and the room, more than all else of the bag together.
constexpr int page_image_dpi = 72;
// The largest thing that an issue names is a picture.
constexpr std::size_t most_source_bytes = picture::most_picture_bytes;

constexpr std::string_view terms_file = "terms.xml";  // the issue's own words, beside it

std::string page_file(std::string_view folder, int page, std::string_view ending) {
  return fmt::format("{}/{:04}{}", folder, page, ending);
}

std::map<std::string, document::Corrected> corrections_in(const document::Plan& plan) {
  std::map<std::string, document::Corrected> corrections;
  for (const document::PlannedPage& page : plan.pages)
    for (const document::PlannedModule& module : page.modules)
      if (module.corrects) corrections.emplace(module.story, *module.corrects);
  return corrections;
}

nlohmann::ordered_json json_of(const DataFile& file) {
  nlohmann::ordered_json json{{"file", file.name}, {"sha256", file.sha256}};
  if (file.version > 0) json["version"] = file.version;
  return json;
}

/// The program, its libraries, template, words and faces.
std::string made_with(const Making& making) {
  nlohmann::ordered_json json = nlohmann::ordered_json::parse(report::about_json(making.program));
  json["template"] = json_of(making.data.design);
  for (const DataFile& file : making.data.others) json["data"].push_back(json_of(file));
  for (const DataFile& face : making.data.faces) json["faces"].push_back(json_of(face));
  return json.dump(1) + "\n";
}

// RFC 8493 2.1.3: what would end the line is escaped, and so is the sign that escapes.
std::string in_manifest(std::string_view path) {
  std::string out;
  for (const char c : path)
    c == '%' ? void(out += "%25") : c == '\n' ? void(out += "%0A") : c == '\r' ? void(out += "%0D") : void(out += c);
  return out;
}

/// Files one after the other, and what METS, PREMIS and the manifests say of them.
class Payload {
 public:
  void add(Use use, int page, std::string name, std::string bytes) {
    KeptFile kept{
        fmt::format("{}-{}", name_of(use), ++counts_[use]), use, page, std::string(mime_of(name)), std::move(name), {}, 0};
    kept.sha256 = sha256_of(bytes);
    kept.size = bytes.size();
    bytes_.push_back(std::move(bytes));
    files_.push_back(std::move(kept));
  }
  [[nodiscard]] const std::vector<KeptFile>& files() const { return files_; }
  /// With METS, which names all others and not itself, to the files of a bag.
  std::vector<BagFile> take(const std::string& mets, std::string& manifest, std::string& oxum) {
    std::vector<std::pair<std::string, std::string>> sums;
    std::vector<BagFile> bag;
    std::size_t total = mets.size();
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const std::string path = "data/" + files_[i].name;
      sums.emplace_back(path, files_[i].sha256);
      total += files_[i].size;
      bag.push_back({path, std::move(bytes_[i])});
    }
    sums.emplace_back("data/mets.xml", sha256_of(mets));
    bag.push_back({"data/mets.xml", mets});
    std::ranges::sort(sums);
    for (const auto& [path, sum] : sums) manifest += fmt::format("{}  {}\n", sum, in_manifest(path));
    oxum = fmt::format("{}.{}", total, bag.size());
    return bag;
  }

 private:
  std::vector<KeptFile> files_;
  std::vector<std::string> bytes_;
  std::map<Use, int> counts_;
};

class BagMaker {
 public:
  BagMaker(const BagSource& source, render::RenderContext& context) : source_(source), context_(context) {}

  Result<std::vector<BagFile>> make() {
    auto data = data_record(source_.edition, source_.data, source_.fonts);
    if (!data) return tl::unexpected(std::move(data).error());
    const document::Issue& issue = source_.edition.plan.issue;
    making_ = {identity_of(issue), build_record(), *std::move(data), issue.provenance};
    pages_ = read_pages(source_.edition);
    if (auto done = add_pages(); !done) return tl::unexpected(std::move(done).error());
    for (const BagPdf& pdf : source_.pdfs) payload_.add(Use::pdf, 0, fmt::format("pdf/{}.pdf", pdf.name), pdf.bytes);
    if (auto done = add_source(); !done) return tl::unexpected(std::move(done).error());
    payload_.add(Use::record, 0, "made-with.json", made_with(making_));
    payload_.add(Use::manifest, 0, "iiif/manifest.json", iiif_manifest(pages_, making_.identity, payload_.files()));
    payload_.add(Use::premis, 0, "premis.xml", premis(making_, payload_.files()));
    return bagged(mets({issue, pages_, making_, corrections_in(source_.edition.plan)}, payload_.files()));
  }

 private:
  Result<void> add_pages() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const ReadPage& page = pages_[i];
      auto png = render::render_png(source_.edition.lists[i], page_image_dpi, context_);
      if (!png) return tl::unexpected(std::move(png).error());
      const std::string image = page_file("pages", page.number, ".png");
      payload_.add(Use::alto, page.number, page_file("alto", page.number, ".xml"),
                   alto(page, "../" + image, software_of(making_)));
      payload_.add(Use::image, page.number, image, *std::move(png));
      payload_.add(Use::text, page.number, page_file("text", page.number, ".txt"), plain_text(page));
    }
    return {};
  }

  // The issue, and what it is not whole without. What could be set from a moment ago can be read still, or somebody is changing
  // it.
  Result<void> add_source() {
    auto bytes = read_whole(source_.issue, most_source_bytes);
    if (!bytes) return tl::unexpected(Diagnostic{Code::cannot_read, {}, {source_.issue.string(), bytes.error()}, {}, {}});
    payload_.add(Use::source, 0, "source/issue.xml", *std::move(bytes));
    const document::Issue& issue = source_.edition.plan.issue;
    std::vector<std::string> names = issue.files;
    if (document::look_inside(issue.folder, terms_file) == document::Inside::usable) names.emplace_back(terms_file);
    for (const std::string& name : names) {
      Report unheard;
      auto file =
          document::read_inside(issue.folder, name, most_source_bytes, unheard.file((issue.folder / name).string()), unheard);
      if (!file) return tl::unexpected(std::move(file).error());
      payload_.add(Use::source, 0, "source/" + name, *std::move(file));
    }
    return {};
  }

  [[nodiscard]] std::string bag_info(const std::string& oxum) const {
    const Identity& identity = making_.identity;
    std::string info;
    const std::string& organization = identity.publisher.empty() ? identity.paper : identity.publisher;
    if (!organization.empty()) info += fmt::format("Source-Organization: {}\n", organization);
    info += fmt::format("External-Identifier: {}\nExternal-Description: {}\n", identity.key, identity.title);
    info += fmt::format("Bagging-Date: {}\nPayload-Oxum: {}\n", identity.date, oxum);
    return info + fmt::format("Bag-Software-Agent: {}\n", software_of(making_));
  }

  std::vector<BagFile> bagged(const std::string& mets) {
    std::string manifest, oxum, sums;
    std::vector<BagFile> bag = payload_.take(mets, manifest, oxum);
    const std::size_t payload = bag.size();
    bag.push_back({"bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"});
    bag.push_back({"bag-info.txt", bag_info(oxum)});
    bag.push_back({"manifest-sha256.txt", std::move(manifest)});
    for (std::size_t i = payload; i < bag.size(); ++i) sums += fmt::format("{}  {}\n", sha256_of(bag[i].bytes), bag[i].path);
    bag.push_back({"tagmanifest-sha256.txt", std::move(sums)});
    return bag;
  }

  const BagSource& source_;
  render::RenderContext& context_;
  Making making_;
  std::vector<ReadPage> pages_;
  Payload payload_;
};

}  // namespace

Result<std::vector<BagFile>> make_bag(const BagSource& source, render::RenderContext& context) {
  return BagMaker(source, context).make();
}

}  // namespace paiban::archive
