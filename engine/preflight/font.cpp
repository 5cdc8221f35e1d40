#include "preflight/font.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "preflight/big_endian.hpp"

namespace paiban::preflight {
namespace {

constexpr std::size_t most_cids = 65'536;
constexpr double thousand = 1000;
constexpr double width_tolerance = 1;  // 1/1000 em: ISO 19005-2 6.2.11.5
constexpr int symbolic_flag = 1 << 2;
constexpr std::array<std::string_view, 3> known_encodings{"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding"};

/// The name without the slash and the six letters of a subset.
std::string plain_name(const std::string& name) {
  const std::string plain = name.empty() ? name : name.substr(1);
  return plain.size() > 7 && plain[6] == '+' ? plain.substr(7) : plain;
}

std::string hex_code(int code, std::size_t bytes) { return fmt::format("{:0{}X}", code, bytes * 2); }

}  // namespace

Place Font::place() const {
  Place place;
  place.font = name_;
  place.object = object_number(dictionary_);
  return place;
}

Font::Font(Object dictionary, Depth depth, Bill& bill) : dictionary_(dictionary) {
  const std::string subtype = name_of(get(dictionary, "/Subtype"));
  name_ = plain_name(name_of(get(dictionary, "/BaseFont")));
  Object descriptor = get(dictionary, "/FontDescriptor");
  if (subtype == "/Type0") {
    kind_ = FontKind::composite;
    read_composite(bill);
    descriptor = get(descendant_, "/FontDescriptor");
  } else {
    kind_ = subtype == "/Type3" ? FontKind::drawn : FontKind::simple;
    read_simple(bill);
  }
  seen_.assign(kind_ == FontKind::composite ? most_cids : 256, false);
  if (kind_ != FontKind::drawn) read_descriptor(descriptor, depth, bill);
  read_meanings(bill);
}

void Font::read_simple(Bill& bill) {
  const int first = whole_number_of(get(dictionary_, "/FirstChar")).value_or(0);
  const auto widths = numbers_of(get(dictionary_, "/Widths"));
  if (!widths) bill.add(Check::font_entries, place(), {name_, "Widths"});
  widths_.assign(256, -1);
  for (std::size_t i = 0; widths && i < widths->size(); ++i) {
    const std::size_t code = static_cast<std::size_t>(std::clamp(first, 0, 255)) + i;
    if (code < widths_.size()) widths_[code] = (*widths)[i];
  }
  Object encoding = get(dictionary_, "/Encoding");
  encoding_ = name_of(encoding).empty() ? name_of(get(encoding, "/BaseEncoding")) : name_of(encoding);
  differences_ = !get(encoding, "/Differences").isNull();
  // A Type 3 font measures in a space of its own.
  const auto matrix = numbers_of(get(dictionary_, "/FontMatrix"));
  if (kind_ == FontKind::drawn && matrix && matrix->size() == 6)
    for (double& width : widths_) width *= (*matrix)[0] * thousand;
}

void Font::read_composite(Bill& bill) {
  const auto descendants = members_of(get(dictionary_, "/DescendantFonts"));
  descendant_ = descendants.empty() ? Object::newNull() : descendants.front();
  if (!descendant_.isDictionary()) bill.add(Check::font_entries, place(), {name_, "DescendantFonts"});
  const std::string encoding = name_of(get(dictionary_, "/Encoding"));
  identity_ = encoding == "/Identity-H" || encoding == "/Identity-V";
  vertical_ = encoding.ends_with("-V");
  // A CMap that is neither identity nor embedded is known to readers with the Asian fonts alone (19005-2 6.2.11.3.3).
  if (!identity_ && !get(dictionary_, "/Encoding").isStream()) bill.add(Check::font_entries, place(), {name_, "Encoding"});
  Object system = get(descendant_, "/CIDSystemInfo");
  for (const char* key : {"/Registry", "/Ordering", "/Supplement"})
    if (get(system, key).isNull()) bill.add(Check::font_entries, place(), {name_, "CIDSystemInfo"});
  default_width_ = number_of(get(descendant_, "/DW")).value_or(thousand);
  read_widths_of_cids(get(descendant_, "/W"));
  if (name_of(get(descendant_, "/Subtype")) != "/CIDFontType2") return;
  Object map = get(descendant_, "/CIDToGIDMap");
  // Identity where it is left out (ISO 32000-1, table 117), but PDF/A wants it said.
  if (name_of(map) == "/Identity" || (map.isNull() && bill.for_press())) return;
  const auto bytes = bytes_of(map);
  if (!bytes) return bill.add(Check::font_entries, place(), {name_, "CIDToGIDMap"});
  for (std::size_t at = 0; at + 1 < bytes->size(); at += 2) glyph_of_cid_.push_back(u16_at(*bytes, at));
}

void Font::read_widths_of_cids(Object widths) {
  if (!widths.isArray()) return;
  const std::vector<Object> members = widths.getArrayAsVector();
  const auto set = [this](int cid, double width) {
    if (cid < 0 || static_cast<std::size_t>(cid) >= most_cids) return;
    if (widths_.size() <= static_cast<std::size_t>(cid)) widths_.resize(static_cast<std::size_t>(cid) + 1, -1);
    widths_[static_cast<std::size_t>(cid)] = width;
  };
  for (std::size_t i = 0; i + 1 < members.size();) {
    const int first = whole_number_of(members[i]).value_or(-1);
    if (const auto each = numbers_of(members[i + 1])) {
      for (std::size_t k = 0; k < std::min(each->size(), most_cids); ++k) set(first + static_cast<int>(k), (*each)[k]);
      i += 2;
    } else {
      const int last = whole_number_of(members[i + 1]).value_or(-1);
      const double width = i + 2 < members.size() ? number_of(members[i + 2]).value_or(0) : 0;
      for (int cid = std::max(first, 0); cid <= std::min(last, static_cast<int>(most_cids) - 1); ++cid) set(cid, width);
      i += 3;
    }
  }
}

void Font::read_descriptor(Object descriptor, Depth depth, Bill& bill) {
  symbolic_ = (whole_number_of(get(descriptor, "/Flags")).value_or(0) & symbolic_flag) != 0;
  const bool embedded = std::ranges::any_of(std::array{"/FontFile", "/FontFile2", "/FontFile3"},
                                            [&](const char* key) { return get(descriptor, key).isStream(); });
  if (!embedded) return bill.add(Check::font_embedded, place(), {name_});
  if (bill.flavour() == finish::Flavour::a1b && get(dictionary_, "/BaseFont").getName().find('+') != std::string::npos &&
      kind_ == FontKind::composite && !get(descriptor, "/CIDSet").isStream())
    bill.add(Check::font_set, place(), {name_, "CIDSet"});
  if (depth == Depth::quick) return;
  read_program(descriptor, bill);
  check_set(descriptor, bill);
}

void Font::read_program(Object descriptor, Bill& bill) {
  if (Object file = get(descriptor, "/FontFile2"); file.isStream()) {
    const auto bytes = bytes_of(file);
    program_ = bytes ? read_truetype(*bytes) : std::nullopt;
  } else if (Object compact = get(descriptor, "/FontFile3"); compact.isStream()) {
    const auto bytes = bytes_of(compact);
    if (name_of(get(compact, "/Subtype")) == "/OpenType") return;  // either kind in a wrapper: not looked into
    program_ = bytes ? read_cff(*bytes) : std::nullopt;
  } else {
    return;  // Type 1: its program is enciphered, and not looked into
  }
  if (!program_) bill.add(Check::font_embedded, place(), {name_});
}

/// CIDSet: a bit for each CID that the program holds, the highest bit of a byte first.
void Font::check_set(Object descriptor, Bill& bill) const {
  Object set = get(descriptor, "/CIDSet");
  if (!set.isStream() || !program_) return;
  const auto bits = bytes_of(set).value_or(std::string());
  const auto listed = [&bits](int cid) {
    const auto at = static_cast<std::size_t>(cid) / 8;
    return at < bits.size() && (static_cast<unsigned char>(bits[at]) >> (7 - cid % 8) & 1) != 0;
  };
  bool whole = true;
  if (program_->cid_keyed)
    for (const auto& [cid, glyph] : program_->glyph_of_cid) whole = whole && listed(cid);
  else
    for (int cid = 0; cid < program_->glyphs() && glyph_of_cid_.empty(); ++cid) whole = whole && listed(cid);
  if (!whole) bill.add(Check::font_set, place(), {name_, "CIDSet"});
}

void Font::read_meanings(Bill& bill) {
  Object map = get(dictionary_, "/ToUnicode");
  has_unicode_map_ = map.isStream();
  if (has_unicode_map_) {
    meanings_ = read_unicode_map(bytes_of(map).value_or(std::string()));
  } else if (kind_ == FontKind::composite ||
             (std::ranges::find(known_encodings, encoding_) == known_encodings.end() && !differences_)) {
    bill.add(Check::font_unicode, place(), {name_});
  }
}

double Font::advance(int code) const {
  const auto at = static_cast<std::size_t>(code);
  const double width = at < widths_.size() && widths_[at] >= 0 ? widths_[at] : default_width_;
  return width / thousand;
}

bool Font::means_something(int code) const {
  if (!has_unicode_map_) return true;  // said of the font already, or its encoding is known
  const auto at = static_cast<std::size_t>(code);
  return at < meanings_.size() && meanings_[at] == Meaning::text;
}

std::optional<int> Font::simple_glyph_of(int code) const {
  const auto look = [](const std::map<int, int>& map, int key) {
    const auto found = map.find(key);
    return found == map.end() ? 0 : found->second;
  };
  if (symbolic_) {
    for (const int page : {0, 0xF000, 0xF100, 0xF200})
      if (const int glyph = look(program_->windows_symbol, page + code); glyph != 0) return glyph;
    return program_->macintosh.empty() ? std::nullopt : std::optional(look(program_->macintosh, code));
  }
  if (differences_ || encoding_ != "/WinAnsiEncoding") return std::nullopt;  // by glyph names: not looked up
  if (!program_->windows_unicode.empty()) return look(program_->windows_unicode, win_ansi_character(code));
  // Below 0x80 WinAnsi and MacRoman are one.
  return code < 0x80 && !program_->macintosh.empty() ? std::optional(look(program_->macintosh, code)) : std::nullopt;
}

std::optional<int> Font::glyph_of(int code) const {
  if (kind_ == FontKind::composite && identity_) {
    if (!glyph_of_cid_.empty())
      return static_cast<std::size_t>(code) < glyph_of_cid_.size() ? glyph_of_cid_[static_cast<std::size_t>(code)] : 0;
    if (!program_ || !program_->cid_keyed || program_->glyph_of_cid.empty()) return code;
    const auto found = program_->glyph_of_cid.find(code);
    return found == program_->glyph_of_cid.end() ? 0 : found->second;
  }
  return kind_ == FontKind::simple && program_ && !program_->cid_keyed ? simple_glyph_of(code) : std::nullopt;
}

void Font::look_at(int code, const Place& place, Bill& bill) {
  seen_[static_cast<std::size_t>(code)] = true;
  const std::string shown = hex_code(code, code_bytes());
  if (!means_something(code)) bill.add(Check::code_unicode, place, {name_, shown});
  const auto glyph = glyph_of(code);
  if (!glyph) return;
  if (*glyph == 0) return bill.add(Check::notdef, place, {name_, shown});
  if (!program_) return;
  if (*glyph >= program_->glyphs()) return bill.add(Check::glyph_present, place, {name_, shown});
  const double said = advance(code) * thousand, drawn = program_->widths[static_cast<std::size_t>(*glyph)];
  // A comparison with what is unknown (a NaN) is false.
  if (std::abs(said - drawn) > width_tolerance)
    bill.add(Check::font_widths, place, {name_, shown, fmt::format("{:.0f}", said), fmt::format("{:.0f}", drawn)});
}

}  // namespace paiban::preflight
