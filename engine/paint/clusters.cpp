#include "paint/clusters.hpp"

#include <algorithm>
#include <string_view>

#include "base/utf8.hpp"

namespace paiban::paint {
namespace {

bool is_shared(const Cluster& cluster) { return cluster.glyphs > 1; }

void part(GlyphRun& run) {
  if (std::ranges::none_of(run.clusters, is_shared)) return;
  std::vector<Cluster> parted;
  std::uint32_t at = 0;
  for (const Cluster& cluster : run.clusters) {
    const std::uint32_t end = at + cluster.bytes;
    const std::string_view words = std::string_view(run.text).substr(at, cluster.bytes);
    if (!is_shared(cluster) || count_code_points(words) != cluster.glyphs)
      parted.push_back(cluster);
    else
      for (std::uint32_t next = 0; at < end; at = next) {
        next = decode_at(run.text, at).next;
        parted.push_back({static_cast<std::uint16_t>(next - at), 1});
      }
    at = end;
  }
  run.clusters = std::move(parted);
}

}  // namespace

void part_clusters(DisplayList& list) {
  for (Item& item : list.items)
    if (auto* run = std::get_if<GlyphRun>(&item)) part(*run);
}

}  // namespace paiban::paint
