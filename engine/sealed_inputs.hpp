#pragma once
// What an edition was set from, file by file, for seals.

#include <filesystem>
#include <vector>

#include "engine.hpp"
#include "seal/seals.hpp"

namespace paiban {

/// Every file that `edition` came of, with its sum as it lies there now: the issue's own and what it names, its words; the
/// template, the words of the house, the record of numbers, the faces that stand on its pages; the press's profiles. `icc`: one
/// to use instead of those carried; empty: none. An error where one cannot be read any more.
[[nodiscard]] Result<std::vector<seal::SealedFile>> sealed_inputs(const Request& request, const Edition& edition,
                                                                  const font::FontCatalogue& fonts,
                                                                  const std::filesystem::path& icc);

/// Where a file of a seal lies.
[[nodiscard]] std::filesystem::path path_of(const seal::SealedFile& file, const Request& request);

/// The seals of `issue` lie beside it: issue.xml, issue.seals.
[[nodiscard]] std::filesystem::path seals_beside(const std::filesystem::path& issue);

}  // namespace paiban
