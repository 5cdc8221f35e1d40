#pragma once
// Where the words of an issue come from: what is lost, given back, guessed, odd, put right or replaced in it, place by place. A
// page that is set again from print tells it to whoever keeps it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::document {

enum class PlaceKind : std::uint8_t {
  gap,          ///< lost and unknown
  supplied,     ///< lost here, attested elsewhere
  conjectured,  ///< lost, probable, attested nowhere
  sic,          ///< odd, and kept
  normalised,   ///< put right by the engine
  stand_in,     ///< a picture that stands for one that is lost or to come
};
inline constexpr std::size_t place_kinds = static_cast<std::size_t>(PlaceKind::stand_in) + 1;
/// "gap", "supplied" …
[[nodiscard]] std::string_view name_of(PlaceKind kind);

struct RecordedPlace {
  PlaceKind kind{};
  int page = 0;       ///< 0: of the masthead, or of the whole issue
  std::string story;  ///< id; empty in the masthead
  std::string file;   ///< the copy file, as the issue names it; empty: the issue's own
  SourcePlace at;
  std::string text;  ///< as it is set; of a stand-in, what it shows; empty where nothing stands there
  std::string was;   ///< normalised: as it was written
  std::string
      detail;  ///< supplied: where it is attested; conjectured: the certainty; gap: lines lost; normalised: the correction
  std::string reason;  ///< as the editor says it, the note too
};

struct Provenance {
  std::string transcribed_from;       ///< what the words were read from: 扫描件; empty where the issue does not say
  int printed_line_ends = 0;          ///< given by <lb/>
  std::vector<RecordedPlace> places;  ///< as the reader met them
};

/// Whether the page is set again from one that was printed: the issue says so, or has places that nothing but print explains.
[[nodiscard]] bool is_transcription(const Provenance& provenance);

/// One sentence for whoever opens the file: "Set again from a transcription (扫描件): 3 gaps, 1 supplied.". Empty where there is
/// nothing to say.
[[nodiscard]] std::string statement_of(const Provenance& provenance, Language language);

}  // namespace paiban::document
