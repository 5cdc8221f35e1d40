#include "report/heads.hpp"

#include "document/names.hpp"
#include "report/numbers.hpp"

namespace paiban::report {
namespace {

using Json = nlohmann::ordered_json;

std::string words_of(const page::SetLine& row, const Edition& edition) {
  const text::ShapedParagraph& text = edition.texts[row.text];
  if (edition.plan.texts[row.text].promised) return {};  // the words of a stand-in are nobody's
  if (row.line.first == row.line.last) return {};
  const std::uint32_t start = text.units[row.line.first].start;
  return text.text.substr(start, text.units[row.line.last - 1].end - start);
}

Json to_json(const page::Head& head, const Edition& edition) {
  const page::SetLine& first = head.rows.front();
  const document::Style& style = edition.plan.style_of(first.text);
  const text::Look look = first.look.value_or(text::Look{style.size, style.scale_x});
  Json rows = Json::array(), tracking = Json::array();
  for (const page::SetLine& row : head.rows) {
    rows.push_back(words_of(row, edition));
    tracking.push_back(plain(row.line.tracking));
  }
  Json json{{"role", document::name_of(head.role)},
            {"rows", std::move(rows)},
            {"divided", head.divided},
            {"size", in_points(look.size)},
            {"style_size", in_points(style.size)},
            {"scale_x", plain(look.scale_x)},
            {"style_scale_x", plain(style.scale_x)},
            {"tracking", std::move(tracking)}};
  if (edition.plan.texts[first.text].promised) json["promised"] = true;
  return json;
}

}  // namespace

Json heads_json(const page::SetStory& story, const Edition& edition) {
  Json heads = Json::array();
  for (const page::Head& head : story.heads)
    if (!head.rows.empty()) heads.push_back(to_json(head, edition));
  return heads;
}

}  // namespace paiban::report
