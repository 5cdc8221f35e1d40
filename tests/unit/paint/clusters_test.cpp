#include "paint/clusters.hpp"

#include <gtest/gtest.h>

namespace paiban::paint {
namespace {

std::vector<std::pair<int, int>> parted(std::string text, std::vector<Cluster> clusters, std::size_t glyphs) {
  GlyphRun run;
  run.text = std::move(text);
  run.glyphs.resize(glyphs);
  run.clusters = std::move(clusters);
  DisplayList list;
  list.items.emplace_back(std::move(run));
  part_clusters(list);
  std::vector<std::pair<int, int>> found;
  for (const Cluster& cluster : std::get<GlyphRun>(list.items.front()).clusters)
    found.emplace_back(cluster.bytes, cluster.glyphs);
  return found;
}

using Clusters = std::vector<std::pair<int, int>>;

TEST(PartClusters, GivesEachGlyphOfAWideNameItsCharacter) {
  EXPECT_EQ(parted("者何龙摄", {{3, 1}, {6, 2}, {3, 1}}, 4), (Clusters{{3, 1}, {3, 1}, {3, 1}, {3, 1}}));
}

TEST(PartClusters, LeavesWhatCannotBeTold) {
  EXPECT_EQ(parted("fi", {{2, 1}}, 1), (Clusters{{2, 1}}));          // a ligature
  EXPECT_EQ(parted("é", {{2, 2}}, 2), (Clusters{{2, 2}}));           // a letter and its mark
  EXPECT_EQ(parted("何\u00A0龙", {{8, 2}}, 2), (Clusters{{8, 2}}));  // a blank that no glyph shows
}

}  // namespace
}  // namespace paiban::paint
