#pragma once
// What a run is asked for.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "finish/flavour.hpp"

namespace paiban::archive {

/// A PDF that is made of every issue, and its name: "press" (PDF/X-4), "archive" (PDF/A-2u), or a flavour's own.
struct PdfProfile {
  std::string name;
  finish::Flavour flavour{};
};
[[nodiscard]] std::optional<PdfProfile> pdf_profile_of(std::string_view name);

enum class Contents : std::uint8_t {
  bag,   ///< all that is kept of an issue
  pdfs,  ///< its PDFs alone, with their sums
};

enum class Standing : std::uint8_t {
  made_again,  ///< every issue is made, whatever stands there
  kept,        ///< --resume: what stands there whole, made from the same, is kept
};

enum class Warnings : std::uint8_t { pass, fail };

struct RunWish {
  std::filesystem::path output, data;
  std::filesystem::path icc;  ///< the press's profile; empty: the template's own
  std::string engine;         ///< engine_name(): part of what an issue is made from
  std::vector<PdfProfile> pdfs;
  Contents contents = Contents::bag;
  Standing standing = Standing::made_again;
  Warnings warnings = Warnings::pass;
  Language language = Language::english;
};

}  // namespace paiban::archive
