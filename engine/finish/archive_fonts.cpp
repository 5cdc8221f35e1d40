#include "finish/archive_fonts.hpp"

#include <qpdf/Buffer.hh>
#include <string>
#include <string_view>

#include "finish/deflate.hpp"
#include "finish/pdf_document.hpp"
#include "finish/pdf_values.hpp"

namespace paiban::finish {
namespace {

std::size_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i)
    number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

/// Glyphs of a TrueType font (OpenType: table directory, `maxp`); 0 where it is none.
std::size_t glyphs_of(std::string_view font) {
  constexpr std::size_t directory = 12, row = 16, offset_in_row = 8, count_in_table = 4;
  const std::size_t tables = big_endian(font, 4, 2);
  for (std::size_t table = 0; table < tables; ++table) {
    const std::size_t at = directory + table * row;
    if (at + row > font.size()) break;
    if (font.substr(at, 4) == "maxp") return big_endian(font, big_endian(font, at + offset_in_row, 4) + count_in_table, 2);
  }
  return 0;
}

/// A bit for each character from 0 to `count`, all of them set; the rest of the last byte is not.
std::string full_set(std::size_t count) {
  std::string set(count / 8, '\xFF');
  if (count % 8 != 0) set += static_cast<char>(0xFFU << (8 - count % 8) & 0xFFU);
  return set;
}

/// Of a CFF face, which Cairo renumbers from 0 on without a gap: as many as it gives widths of, in /W [0 [w w …]].
std::size_t widths_of(QPDFObjectHandle font) {
  QPDFObjectHandle widths = font.getKey("/W");
  return widths.isArray() && widths.getArrayNItems() == 2 ? static_cast<std::size_t>(widths.getArrayItem(1).getArrayNItems()) : 0;
}

std::size_t characters_of(QPDFObjectHandle font) {
  QPDFObjectHandle file = font.getKey("/FontDescriptor").getKey("/FontFile2");
  if (!file.isStream()) return widths_of(font);
  const auto bytes = file.getStreamData();
  return glyphs_of({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()});
}

Result<void> list_characters(QPDF& pdf, QPDFObjectHandle font) {
  const std::size_t count = characters_of(font);
  if (count == 0) return tl::unexpected(not_finished("a face without glyphs"));
  QPDFObjectHandle set = pdf.newStream();
  set.replaceStreamData(deflated(full_set(count)), name("/FlateDecode"), QPDFObjectHandle::newNull());
  font.getKey("/FontDescriptor").replaceKey("/CIDSet", set);
  return {};
}

}  // namespace

Result<void> complete_fonts(QPDF& pdf, CharacterSets sets) {
  for (QPDFObjectHandle object : pdf.getAllObjects()) {
    if (!object.isDictionaryOfType("/Font")) continue;
    const std::string kind = object.getKey("/Subtype").getName();
    if (kind == "/CIDFontType2") object.replaceKey("/CIDToGIDMap", name("/Identity"));
    if (!kind.starts_with("/CIDFont") || sets == CharacterSets::none) continue;
    if (auto listed = list_characters(pdf, object); !listed) return listed;
  }
  return {};
}

}  // namespace paiban::finish
