#include <algorithm>
#include <cmath>
#include <utility>

#include "preflight/big_endian.hpp"
#include "preflight/glyph_program.hpp"

namespace paiban::preflight {
namespace {

/// An INDEX: its members, and where it ends.
struct Index {
  std::vector<std::string_view> members;
  std::size_t end = 0;
};

Index read_index(std::string_view bytes, std::size_t at) {
  Index index;
  const auto count = static_cast<std::size_t>(u16_at(bytes, at));
  if (count == 0) return index.end = at + 2, index;
  const auto size = static_cast<std::size_t>(unsigned_at(bytes, at + 2, 1));
  const std::size_t offsets = at + 3, data = offsets + (count + 1) * size - 1;
  if (size == 0 || size > 4 || data > bytes.size()) return index.end = bytes.size(), index;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t from = unsigned_at(bytes, offsets + i * size, size),
                      to = unsigned_at(bytes, offsets + (i + 1) * size, size);
    index.members.push_back(to >= from ? part_of(bytes, data + from, to - from) : std::string_view());
  }
  index.end = data + unsigned_at(bytes, offsets + count * size, size);
  return index;
}

/// A real number of a DICT: nibbles after the byte 30. The exponent is read too: font matrices have one.
double read_real(std::string_view bytes, std::size_t& at) {
  double value = 0, scale = 1;
  int exponent = 0, exponent_sign = 0;
  bool negative = false, point = false;
  for (; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    for (const int nibble : {byte >> 4, byte & 15}) {
      if (nibble == 15) return ++at, (negative ? -value : value) / scale * std::pow(10, exponent_sign * std::min(exponent, 300));
      if (nibble == 10) point = true;
      if (nibble == 11) exponent_sign = 1;
      if (nibble == 12) exponent_sign = -1;
      if (nibble == 14) negative = true;
      if (nibble > 9) continue;
      if (exponent_sign != 0) {
        exponent = std::min(exponent * 10 + nibble, 999);
      } else {
        value = value * 10 + nibble;
        if (point) scale *= 10;
      }
    }
  }
  return 0;
}

/// An operand of a DICT or a charstring that begins with `first` ≥ 32, 28 or, in a DICT, 29.
double read_integer(std::string_view bytes, std::size_t& at, int first) {
  const auto byte = [&] { return static_cast<int>(unsigned_at(bytes, at++, 1)); };
  if (first <= 246 && first >= 32) return first - 139;
  if (first >= 247 && first <= 250) return (first - 247) * 256 + byte() + 108;
  if (first >= 251 && first <= 254) return -(first - 251) * 256 - byte() - 108;
  const std::size_t size = first == 28 ? 2 : 4;
  const auto value = unsigned_at(bytes, at, size);
  at += size;
  return size == 2 ? static_cast<std::int16_t>(static_cast<std::uint16_t>(value)) : static_cast<std::int32_t>(value);
}

/// Operator (two-byte ones are 1200 + the second byte) → operands.
using Dict = std::map<int, std::vector<double>>;
Dict read_dict(std::string_view bytes) {
  Dict dict;
  std::vector<double> operands;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<int>(unsigned_at(bytes, at++, 1));
    if (byte == 30) {
      operands.push_back(read_real(bytes, at));
    } else if (byte >= 28) {
      operands.push_back(read_integer(bytes, at, byte));
    } else {
      const int key = byte == 12 ? 1200 + static_cast<int>(unsigned_at(bytes, at++, 1)) : byte;
      dict[key] = std::exchange(operands, {});
    }
  }
  return dict;
}

double first_of(const Dict& dict, int key, double otherwise) {
  const auto found = dict.find(key);
  return found == dict.end() || found->second.empty() ? otherwise : found->second.front();
}

constexpr int charset_key = 15, charstrings_key = 17, private_key = 18, matrix_key = 1207, ros_key = 1230, fd_array_key = 1236,
              fd_select_key = 1237, default_width_key = 20, nominal_width_key = 21;

/// The width that a charstring begins with, over the nominal one: an operand too many before the first operator that clears the
/// stack (Technical Note 5177, 3.1). nullopt: it has the default width.
std::optional<double> width_in(std::string_view charstring) {
  std::vector<double> stack;
  for (std::size_t at = 0; at < charstring.size();) {
    const auto byte = static_cast<int>(unsigned_at(charstring, at++, 1));
    if (byte == 255) {
      stack.push_back(static_cast<std::int32_t>(unsigned_at(charstring, at, 4)) / 65536.0);
      at += 4;
      continue;
    }
    if (byte >= 32 || byte == 28) {
      stack.push_back(read_integer(charstring, at, byte));
      continue;
    }
    std::size_t taken = 0;
    switch (byte) {
      case 1:
      case 3:
      case 18:
      case 23:
      case 19:
      case 20:  // stems and masks: pairs
        return stack.size() % 2 == 1 ? std::optional(stack.front()) : std::nullopt;
      case 22:
      case 4:  // hmoveto, vmoveto
        taken = 1;
        break;
      case 21:  // rmoveto
        taken = 2;
        break;
      case 14:  // endchar, with or without an accent
        taken = stack.size() >= 4 ? 4 : 0;
        break;
      default:  // a subroutine: unknown from here
        return std::nan("");
    }
    return stack.size() > taken ? std::optional(stack.front()) : std::nullopt;
  }
  return std::nan("");
}

struct PrivateWidths {
  double normal = 0, nominal = 0;
  double scale = 1;  ///< to 1/1000 em
};

PrivateWidths private_widths(std::string_view bytes, const Dict& dict, double outer) {
  PrivateWidths widths;
  const auto found = dict.find(private_key);
  if (found != dict.end() && found->second.size() == 2 && found->second[0] >= 0 && found->second[1] >= 0) {
    const Dict inner =
        read_dict(part_of(bytes, static_cast<std::size_t>(found->second[1]), static_cast<std::size_t>(found->second[0])));
    widths.normal = first_of(inner, default_width_key, 0);
    widths.nominal = first_of(inner, nominal_width_key, 0);
  }
  widths.scale = outer * (dict.contains(matrix_key) ? first_of(dict, matrix_key, 0.001) : 1);
  return widths;
}

/// Which private dictionary each glyph uses (FDSelect, formats 0 and 3).
std::vector<int> read_fd_select(std::string_view bytes, std::size_t at, std::size_t glyphs) {
  std::vector<int> selected(glyphs, 0);
  if (unsigned_at(bytes, at, 1) == 0) {
    for (std::size_t i = 0; i < glyphs; ++i) selected[i] = static_cast<int>(unsigned_at(bytes, at + 1 + i, 1));
    return selected;
  }
  const auto ranges = static_cast<std::size_t>(u16_at(bytes, at + 1));
  for (std::size_t range = 0; range < ranges; ++range) {
    const std::size_t row = at + 3 + range * 3;
    const auto first = static_cast<std::size_t>(u16_at(bytes, row)), last = static_cast<std::size_t>(u16_at(bytes, row + 3));
    for (std::size_t i = first; i < std::min(last, glyphs); ++i) selected[i] = static_cast<int>(unsigned_at(bytes, row + 2, 1));
  }
  return selected;
}

/// The CID of each glyph (charset, formats 0, 1 and 2).
void read_charset(std::string_view bytes, std::size_t at, int glyphs, std::map<int, int>& glyph_of_cid) {
  glyph_of_cid[0] = 0;
  const auto format = unsigned_at(bytes, at++, 1);
  for (int glyph = 1; glyph < glyphs && at < bytes.size();) {
    const int first = u16_at(bytes, at);
    at += 2;
    int more = 0;
    if (format != 0) {
      more = static_cast<int>(unsigned_at(bytes, at, format));
      at += format;
    }
    for (int i = 0; i <= more && glyph < glyphs; ++i) glyph_of_cid[first + i] = glyph++;
  }
}

}  // namespace

std::optional<GlyphProgram> read_cff(std::string_view bytes) {
  if (unsigned_at(bytes, 0, 1) != 1) return std::nullopt;
  const Index names = read_index(bytes, unsigned_at(bytes, 2, 1));
  const Index tops = read_index(bytes, names.end);
  if (tops.members.size() != 1) return std::nullopt;
  const Dict top = read_dict(tops.members.front());
  const auto offset = [&](int key) { return static_cast<std::size_t>(std::max(0.0, first_of(top, key, 0))); };
  const Index glyphs = read_index(bytes, offset(charstrings_key));
  if (glyphs.members.empty()) return std::nullopt;

  GlyphProgram program;
  program.cid_keyed = top.contains(ros_key);
  std::vector<PrivateWidths> dicts;
  std::vector<int> selected(glyphs.members.size(), 0);
  // The outer matrix of a CID-keyed font is the unit one where the inner ones have theirs.
  const double outer = top.contains(matrix_key) ? first_of(top, matrix_key, 0.001) * 1000 : 1;
  if (program.cid_keyed) {
    for (const std::string_view member : read_index(bytes, offset(fd_array_key)).members) {
      PrivateWidths widths = private_widths(bytes, read_dict(member), 1);
      widths.scale = widths.scale == 1 ? outer : widths.scale * (top.contains(matrix_key) ? outer : 1000);
      dicts.push_back(widths);
    }
    selected = read_fd_select(bytes, offset(fd_select_key), glyphs.members.size());
    if (offset(charset_key) > 2)
      read_charset(bytes, offset(charset_key), static_cast<int>(glyphs.members.size()), program.glyph_of_cid);
  } else {
    dicts.push_back(private_widths(bytes, top, 1));
    dicts.back().scale = outer;
  }
  for (std::size_t i = 0; i < glyphs.members.size(); ++i) {
    const auto which = static_cast<std::size_t>(selected[i]);
    if (which >= dicts.size()) return std::nullopt;
    const auto over = width_in(glyphs.members[i]);
    program.widths.push_back((over ? dicts[which].nominal + *over : dicts[which].normal) * dicts[which].scale);
  }
  return program;
}

}  // namespace paiban::preflight
