#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "preflight/parts.hpp"

namespace paiban::preflight {
namespace {

constexpr std::string_view header = "%PDF-1.";
constexpr std::size_t most_warnings = 5;
// A file of the 1.4 families is held to 1.4; the others may be of any version up to theirs.
constexpr char last_version(finish::Flavour flavour) {
  switch (flavour) {
    case finish::Flavour::x1a:
    case finish::Flavour::a1b:
      return '4';
    case finish::Flavour::x4:
      return '6';
    case finish::Flavour::a2u:
    case finish::Flavour::a3u:
      return '7';
  }
  return '7';
}

bool is_binary(char byte) { return static_cast<unsigned char>(byte) > 127; }

void check_header(std::string_view bytes, Bill& bill) {
  const std::string found(bytes.substr(0, std::min<std::size_t>(bytes.find_first_of("\r\n"), 12)));
  const char last = last_version(bill.flavour());
  const bool named = bytes.starts_with(header) && bytes.size() > header.size();
  if (!named || bytes[header.size()] < '1' || bytes[header.size()] > last)
    bill.add(Check::header, {}, {found, fmt::format("%PDF-1.{}", last)});
  // A comment of four bytes above 127 tells programs that the file is binary.
  const auto line_end = bytes.find('\n');
  const std::string_view mark = line_end == std::string_view::npos ? std::string_view() : bytes.substr(line_end + 1, 5);
  if (mark.size() < 5 || mark[0] != '%' || !std::ranges::all_of(mark.substr(1), is_binary))
    bill.add(Check::header, {}, {fmt::format("%…", found), "%\\x80\\x80\\x80\\x80"});
}

void check_end(std::string_view bytes, Bill& bill) {
  constexpr std::string_view mark = "%%EOF";
  const auto at = bytes.rfind(mark);
  if (at == std::string_view::npos) return bill.add(Check::structure, {}, {"%%EOF"});
  // One line end may follow (ISO 19005-1 6.1.3).
  std::string_view rest = bytes.substr(at + mark.size());
  if (rest.starts_with('\r')) rest.remove_prefix(1);
  if (rest.starts_with('\n')) rest.remove_prefix(1);
  if (!rest.empty()) bill.add(Check::structure, {}, {fmt::format("{} bytes after %%EOF", rest.size())});
}

void check_trailer(QPDF& pdf, Bill& bill) {
  Object trailer = pdf.getTrailer();
  if (pdf.isEncrypted() || !get(trailer, "/Encrypt").isNull()) bill.add(Check::encryption, {});
  const auto id = members_of(get(trailer, "/ID"));
  const bool whole =
      id.size() == 2 && std::ranges::all_of(id, [](Object part) { return part.isString() && !part.getStringValue().empty(); });
  if (!whole) bill.add(Check::trailer_id, {});
  // Cross-reference and object streams came with PDF 1.5.
  if (last_version(bill.flavour()) == '4' && name_of(get(trailer, "/Type")) == "/XRef")
    bill.add(Check::filter, {}, {"XRef, ObjStm"});
}

}  // namespace

void check_structure(std::string_view bytes, QPDF& pdf, Surroundings& file) {
  check_header(bytes, file.bill);
  check_end(bytes, file.bill);
  check_trailer(pdf, file.bill);
}

}  // namespace paiban::preflight
