#pragma once
// The issue as METS 1.12.1 (Library of Congress): what it is, where it comes from, its files, its pages, its stories, and which
// story stands where.

#include <map>
#include <string>
#include <vector>

#include "archive/payload.hpp"
#include "archive/premis.hpp"
#include "archive/reading.hpp"
#include "document/issue.hpp"

namespace paiban::archive {

/// What METS knows beside the files. `corrections`: by story, what each puts right.
struct MetsSource {
  const document::Issue& issue;  ///< for its pages, those not held too
  const std::vector<ReadPage>& pages;
  const Making& making;
  std::map<std::string, document::Corrected> corrections;
};

/// The file stands in data/ beside the folders of `files`. Areas point at the blocks of each page's ALTO.
[[nodiscard]] std::string mets(const MetsSource& source, const std::vector<KeptFile>& files);

}  // namespace paiban::archive
