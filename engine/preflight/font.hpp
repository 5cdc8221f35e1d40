#pragma once
// A font of a PDF, as far as showing its codes needs it, and what is wrong with its dictionaries.

#include <optional>
#include <string>
#include <vector>

#include "preflight/bill.hpp"
#include "preflight/glyph_program.hpp"
#include "preflight/pdf_file.hpp"
#include "preflight/preflight.hpp"
#include "preflight/unicode_map.hpp"

namespace paiban::preflight {

enum class FontKind : std::uint8_t { simple, composite, drawn /* Type 3 */ };

class Font {
 public:
  /// Reads the dictionary and, at full depth, the embedded program; complains of what is wrong with them.
  Font(Object dictionary, Depth depth, Bill& bill);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] FontKind kind() const { return kind_; }
  [[nodiscard]] std::size_t code_bytes() const { return kind_ == FontKind::composite ? 2 : 1; }
  [[nodiscard]] bool vertical() const { return vertical_; }
  /// The advance of a code, in em.
  [[nodiscard]] double advance(int code) const;
  [[nodiscard]] Object dictionary() const { return dictionary_; }

  [[nodiscard]] bool has_seen(int code) const { return seen_[static_cast<std::size_t>(code)]; }
  /// Complains of what is wrong with this code; asked where it is shown for the first time.
  void look_at(int code, const Place& place, Bill& bill);

 private:
  void read_simple(Bill& bill);
  void read_composite(Bill& bill);
  void read_widths_of_cids(Object widths);
  void read_descriptor(Object descriptor, Depth depth, Bill& bill);
  void read_program(Object descriptor, Bill& bill);
  void read_meanings(Bill& bill);
  void check_set(Object descriptor, Bill& bill) const;
  [[nodiscard]] bool means_something(int code) const;
  [[nodiscard]] std::optional<int> glyph_of(int code) const;
  [[nodiscard]] std::optional<int> simple_glyph_of(int code) const;
  [[nodiscard]] Place place() const;

  Object dictionary_;
  Object descendant_;  ///< of a composite font
  std::string name_;
  FontKind kind_ = FontKind::simple;
  bool vertical_ = false;
  bool identity_ = false;  ///< codes are CIDs
  bool symbolic_ = false;
  std::string encoding_;  ///< the base encoding of a simple font
  bool differences_ = false;
  std::vector<double> widths_;  ///< by code or CID, in 1/1000 em; negative: not given
  double default_width_ = 0;
  std::vector<int> glyph_of_cid_;  ///< a CIDToGIDMap that is a stream
  std::optional<GlyphProgram> program_;
  bool has_unicode_map_ = false;
  std::vector<Meaning> meanings_;
  std::vector<bool> seen_;
};

}  // namespace paiban::preflight
