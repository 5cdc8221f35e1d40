#pragma once
// A PDF as qpdf reads it, and how its objects are asked without surprises: what is missing or of another type is "nothing".

#include <cstddef>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <vector>

namespace paiban::preflight {

using Object = QPDFObjectHandle;

/// The most that one stream may decode to; a page's content has 0.3 MB, a picture at most some 10 MB.
inline constexpr std::size_t most_decoded = std::size_t{256} << 20U;

/// The value of `key` in a dictionary or a stream's dictionary; null elsewhere.
[[nodiscard]] Object get(Object holder, const char* key);
/// "/Name", or nothing.
[[nodiscard]] std::string name_of(const Object& object);
[[nodiscard]] std::optional<double> number_of(Object object);
[[nodiscard]] std::optional<int> whole_number_of(Object object);
/// Numbers of an array; nullopt where it is none, or anything else stands in it.
[[nodiscard]] std::optional<std::vector<double>> numbers_of(Object object);
/// The text of a string in UTF-8; nullopt where it is none.
[[nodiscard]] std::optional<std::string> text_of(Object object);
/// Its members; nothing where it is no array. A lone value counts as an array of one.
[[nodiscard]] std::vector<Object> members_of(Object object);
/// The number of the object, 0 for a direct one.
[[nodiscard]] int object_number(const Object& object);

/// The first bytes of a stream, `most` of them at most; nothing where it cannot be decoded.
[[nodiscard]] std::string beginning_of(Object stream, std::size_t most);

/// A stream's bytes, decoded as far as `level` goes; nullopt where they cannot be, or are more than most_decoded.
[[nodiscard]] std::optional<std::string> bytes_of(Object stream, qpdf_stream_decode_level_e level = qpdf_dl_specialized);

struct PageBoxes {
  double left = 0, bottom = 0, right = 0, top = 0;
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return top - bottom; }
};

/// The box `key` of a page, inherited where it may be.
[[nodiscard]] std::optional<PageBoxes> box_of(const Object& page, const char* key);
/// `key` of a page or of the nearest of its parents that has one.
[[nodiscard]] Object inherited(Object page, const char* key);

}  // namespace paiban::preflight
