#include "digital/edition_json.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "document/names.hpp"

namespace paiban::digital {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Image& image) { return {{"file", image.file}, {"width", image.width}, {"height", image.height}}; }

Json json_of(const std::vector<Polygon>& polygons) {
  Json list = Json::array();
  for (const Polygon& polygon : polygons) {
    Json corners = Json::array();
    for (const Pixel& corner : polygon) corners.push_back({corner.x, corner.y});
    list.push_back(std::move(corners));
  }
  return list;
}

Json json_of(const Sheet& sheet, const Site& site) {
  Json articles = Json::array(), jumps = Json::array();
  for (const Area& area : sheet.areas) {
    const std::string& id = site.articles[area.article].parts.front().id;
    if (area.jump_to == 0)
      articles.push_back({{"id", id}, {"polygons", json_of(area.polygons)}});
    else
      jumps.push_back({{"id", id}, {"to", area.jump_to}, {"text", area.words}, {"polygons", json_of(area.polygons)}});
  }
  return {{"number", sheet.number},
          {"title", sheet.title},
          {"html", address_of(sheet)},
          {"image", json_of(sheet.image)},
          {"thumbnail", json_of(sheet.thumbnail)},
          {"articles", std::move(articles)},
          {"jumps", std::move(jumps)}};
}

Json json_of(const Article& article, const std::vector<Image>& images, const Site& site) {
  const Copy& copy = article.parts.front();
  Json json{{"id", copy.id},
            {"kind", document::name_of(copy.kind)},
            {"title", article.title},
            {"html", address_of(article)},
            {"pages", article.pages}};
  Json heads = Json::array();
  for (const Block& block : copy.heads) {
    Json rows = Json::array();
    for (const document::Text& row : block.rows) rows.push_back(row.utf8);
    heads.push_back({{"role", document::name_of(block.role)}, {"rows", std::move(rows)}});
  }
  json["heads"] = std::move(heads);
  json["pictures"] = Json::array();
  for (const Image& image : images)
    if (!image.file.empty()) json["pictures"].push_back(json_of(image));
  if (copy.corrects) {
    const CorrectedPlace place = place_of(*copy.corrects, site);
    json["corrects"] = {{"words", place.words}, {"html", place.address}};
  }
  return json;
}

}  // namespace

std::string edition_json(const Site& site) {
  Json pages = Json::array(), articles = Json::array();
  for (const Sheet& sheet : site.sheets) pages.push_back(json_of(sheet, site));
  for (std::size_t i = 0; i < site.articles.size(); ++i) articles.push_back(json_of(site.articles[i], site.pictures[i], site));
  const document::Date& date = site.issue.date;
  const Json json{{"version", 1},
                  {"paper", site.paper()},
                  {"date", fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day)},
                  {"number", site.issue.number},
                  {"language", "zh-Hans"},
                  {"pages", std::move(pages)},
                  {"articles", std::move(articles)}};
  return json.dump(1) + "\n";
}

}  // namespace paiban::digital
