#include "archive/iiif.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "document/names.hpp"

namespace paiban::archive {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* language = "zh-Hans";
// A canvas has units of its own, so fine that every line has its place; the image is laid over all of it.
constexpr int canvas_units_an_inch = 300;

Json labelled(const std::string& text) { return {{language, Json::array({text})}}; }

class ManifestWriter {
 public:
  ManifestWriter(const Identity& identity, const std::vector<KeptFile>& files) : identity_(identity), files_(files) {}

  std::string write(const std::vector<ReadPage>& pages) {
    Json canvases = Json::array(), ranges = Json::array();
    for (const ReadPage& page : pages) {
      canvases.push_back(canvas(page));
      for (const Article& each : page.articles) ranges.push_back(range(each, page));
    }
    Json manifest{{"@context", "http://iiif.io/api/presentation/3/context.json"},
                  {"id", identity_.urn},
                  {"type", "Manifest"},
                  {"label", labelled(identity_.title)},
                  {"navDate", identity_.date + "T00:00:00Z"},
                  {"metadata", metadata()}};
    if (Json pdfs = renderings(); !pdfs.empty()) manifest["rendering"] = std::move(pdfs);
    manifest["items"] = std::move(canvases);
    if (!ranges.empty()) manifest["structures"] = std::move(ranges);
    return manifest.dump() + "\n";
  }

 private:
  [[nodiscard]] Json metadata() const {
    Json rows = Json::array({{{"label", labelled("出版日期")}, {"value", labelled(identity_.date)}}});
    if (identity_.number > 0)
      rows.push_back({{"label", labelled("总期号")}, {"value", labelled(fmt::to_string(identity_.number))}});
    if (!identity_.serial.empty()) rows.push_back({{"label", labelled("统一刊号")}, {"value", labelled(identity_.serial)}});
    if (!identity_.publisher.empty()) rows.push_back({{"label", labelled("出版")}, {"value", labelled(identity_.publisher)}});
    return rows;
  }

  [[nodiscard]] Json renderings() const {
    Json list = Json::array();
    for (const KeptFile& file : files_)
      if (file.use == Use::pdf)
        list.push_back(
            {{"id", "../" + uri_of(file.name)}, {"type", "Text"}, {"label", labelled(file.name)}, {"format", file.mime}});
    return list;
  }

  [[nodiscard]] std::string canvas_id(const ReadPage& page) const {
    return fmt::format("{}:page:{}", identity_.urn, page.number);
  }
  [[nodiscard]] static std::int64_t units(Length length) {
    return scale_rounded(length.count(), canvas_units_an_inch, Length::units_per_point * 72);
  }
  [[nodiscard]] std::string region(const ReadPage& page, const Box& box) const {
    const std::int64_t x = units(box.x), y = units(box.y);
    return fmt::format("{}#xywh={},{},{},{}", canvas_id(page), x, y, std::max<std::int64_t>(units(box.right()) - x, 1),
                       std::max<std::int64_t>(units(box.bottom()) - y, 1));
  }

  [[nodiscard]] Json canvas(const ReadPage& page) const {
    const std::string id = canvas_id(page);
    const std::int64_t width = units(page.width), height = units(page.height);
    Json canvas{{"id", id},       {"type", "Canvas"}, {"label", labelled(fmt::format("第{}版", page.number))},
                {"width", width}, {"height", height}, {"items", Json::array({painted(page, id)})}};
    if (const KeptFile* alto = find(files_, Use::alto, page.number)) {
      canvas["seeAlso"] = Json::array({{{"id", "../" + uri_of(alto->name)},
                                        {"type", "Dataset"},
                                        {"format", alto->mime},
                                        {"profile", "http://www.loc.gov/standards/alto/ns-v4#"}}});
    }
    canvas["annotations"] =
        Json::array({{{"id", id + ":lines"}, {"type", "AnnotationPage"}, {"items", lines(page, id + ":line:")}}});
    return canvas;
  }

  [[nodiscard]] Json painted(const ReadPage& page, const std::string& id) const {
    Json items = Json::array();
    if (const KeptFile* image = find(files_, Use::image, page.number)) {
      const Json body{{"id", "../" + uri_of(image->name)}, {"type", "Image"}, {"format", image->mime}};
      items.push_back(
          {{"id", id + ":image"}, {"type", "Annotation"}, {"motivation", "painting"}, {"body", body}, {"target", id}});
    }
    return {{"id", id + ":images"}, {"type", "AnnotationPage"}, {"items", std::move(items)}};
  }

  // Some hundred lines a page: objects are filled where they stand, since lists in braces copy each of their values twice.
  [[nodiscard]] Json lines(const ReadPage& page, const std::string& prefix) const {
    Json items = Json::array();
    const auto add = [&](const ReadBlock& block) {
      for (const ReadLine& line : block.lines) {
        std::string id = fmt::format("{}{}", prefix, items.size() + 1);
        Json& item = items.emplace_back(Json::object());
        item["id"] = std::move(id);
        item["type"] = "Annotation";
        item["motivation"] = "supplementing";
        Json& body = item["body"] = Json::object();
        body["type"] = "TextualBody";
        body["value"] = line.text;
        body["language"] = language;
        item["target"] = region(page, line.box);
      }
    };
    for (const ReadBlock& block : page.furniture.blocks) add(block);
    for_each_article(page.articles, [&](const Article& article) { for_each_block(article, add); });
    return items;
  }

  [[nodiscard]] Json range(const Article& article, const ReadPage& page) const {
    const std::string headline = head_of(article, document::Role::headline);
    Json items = Json::array({{{"id", region(page, article.box)}, {"type", "Canvas"}}});
    for (const Article& box : article.boxes) items.push_back(range(box, page));
    return {{"id", fmt::format("{}:{}", canvas_id(page), article.id)},
            {"type", "Range"},
            {"label", labelled(headline.empty() ? article.story : headline)},
            {"items", std::move(items)}};
  }

  const Identity& identity_;
  const std::vector<KeptFile>& files_;
};

}  // namespace

std::string iiif_manifest(const std::vector<ReadPage>& pages, const Identity& identity, const std::vector<KeptFile>& files) {
  return ManifestWriter(identity, files).write(pages);
}

}  // namespace paiban::archive
