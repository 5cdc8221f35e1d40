#pragma once
// paiban check FILE.pdf: the preflight of a PDF, whoever wrote it.

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "finish/flavour.hpp"

namespace paiban::cli {

/// What check's line asks of a PDF.
struct PdfCheckWish {
  std::optional<finish::Flavour> flavour;  ///< --flavour; else by the profile and by what the file says it is
  std::string icc;                         ///< --icc: the profile that the output intent must hold
  int ink_limit = 240;                     ///< --ink-limit, per cent: what newsprint carries at most (ISO 12647-3)
};

/// Adds --flavour, --icc and --ink-limit to `line`.
void add_pdf_check_options(CLI::App& line, PdfCheckWish& wish, Session& session);

/// The bytes of `path` where it is a PDF, whatever its name; nullopt where it is anything else, or nothing that can be read.
[[nodiscard]] std::optional<std::string> read_pdf(const std::string& path);

/// What is wrong with `bytes`, the file `path`, into the session's report.
void check_pdf(const std::string& path, std::string_view bytes, const PdfCheckWish& wish, std::optional<Profile> profile,
               Session& session);

}  // namespace paiban::cli
