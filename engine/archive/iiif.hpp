#pragma once
// The issue for viewers of page images: IIIF Presentation API 3.0.

#include <string>
#include <vector>

#include "archive/identity.hpp"
#include "archive/payload.hpp"
#include "archive/reading.hpp"

namespace paiban::archive {

/// A canvas a page; on it every line of text, and a range a story. Ids are URNs, so that they hold wherever the bag lies; files
/// are named relative to the manifest's own folder.
[[nodiscard]] std::string iiif_manifest(const std::vector<ReadPage>& pages, const Identity& identity,
                                        const std::vector<KeptFile>& files);

}  // namespace paiban::archive
