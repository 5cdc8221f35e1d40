#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "compare/words.hpp"

namespace paiban::compare {
namespace {

using Json = nlohmann::ordered_json;

/// Points with four decimals, as the trace has them.
Json points_of(Length length) {
  constexpr int decimals = 10'000;
  return static_cast<Json::number_float_t>(scale_rounded(length.count(), decimals, Length::units_per_point)) / decimals;
}

Json json_of(const Spot& spot) {
  Json json{{"page", spot.page}};
  if (spot.leg == 0)
    json["role"] = spot.role;
  else
    json["leg"] = spot.leg;
  json["line"] = spot.line;
  return json;
}
Json json_of(const std::optional<Spot>& spot) { return spot ? json_of(*spot) : Json(); }

Json json_of(const Box& box) {
  return {{"x", points_of(box.x)}, {"y", points_of(box.y)}, {"width", points_of(box.width)}, {"height", points_of(box.height)}};
}
Json json_of(const std::optional<Box>& box) { return box ? json_of(*box) : Json(); }

Json json_of(const WordChange& change) {
  return {{"was", change.was},
          {"now", change.now},
          {"before", change.before},
          {"after", change.after},
          {"was_at", json_of(change.was_at)},
          {"now_at", json_of(change.now_at)}};
}

Json json_of(const LineChange& change) {
  static constexpr std::array kinds{"moved", "reset", "reworded", "rebroken", "added", "gone"};
  return {{"kind", kinds[static_cast<std::size_t>(change.kind)]},
          {"text", change.text},
          {"was", json_of(change.was)},
          {"now", json_of(change.now)},
          {"right", points_of(change.right)},
          {"down", points_of(change.down)}};
}

Json json_of(const StoryChange& change);
Json json_of(const PictureChange& change);
Json json_of(const PageChange& change);

template <typename T>
Json list_of(const std::vector<T>& things) {
  Json list = Json::array();
  for (const T& thing : things) list.push_back(json_of(thing));
  return list;
}

Json json_of(const StoryChange& change) {
  static constexpr std::array kinds{"kept", "added", "gone"};
  return {{"id", change.id},
          {"kind", kinds[static_cast<std::size_t>(change.kind)]},
          {"headline", change.headline},
          {"was_page", change.was_page},
          {"page", change.page},
          {"words", list_of(change.words)},
          {"lines", list_of(change.lines)}};
}

Json json_of(const PictureChange& change) {
  return {{"story", change.story}, {"was", json_of(change.was)}, {"now", json_of(change.now)}};
}

Json json_of(const PageChange& change) {
  return {{"page", change.number},
          {"added", change.added},
          {"gone", change.gone},
          {"size", change.size},
          {"rules", change.rules},
          {"words", list_of(change.words)},
          {"furniture", list_of(change.furniture)},
          {"pictures", list_of(change.pictures)}};
}

Json json_of(const Difference& difference) {
  return {{"pages", difference.pages},
          {"lines", difference.lines},
          {"unchanged", difference.unchanged},
          {"reworded", difference.reworded},
          {"moved", difference.moved},
          {"stories", list_of(difference.stories)},
          {"changed_pages", list_of(difference.pages_changed)}};
}

}  // namespace

std::string difference_json(const Difference& difference) { return json_of(difference).dump(1) + '\n'; }

std::string archive_page_json(const ArchivePage& page) {
  Json json{{"issue", page.issue}, {"file", page.file}};
  json.update(json_of(page.difference));
  return json.dump() + '\n';
}

std::string archive_count_json(const ArchiveCount& count) {
  const Json json{{"issues", count.issues},
                  {"pages", count.pages},
                  {"changed", count.changed},
                  {"moved", count.moved},
                  {"reworded", count.reworded}};
  return json.dump() + '\n';
}

}  // namespace paiban::compare
