#pragma once
// Values of a PDF, made in few words.

#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/length.hpp"

namespace paiban::finish {

[[nodiscard]] QPDFObjectHandle name(const std::string& name);  ///< with its slash
[[nodiscard]] QPDFObjectHandle text(std::string_view utf8);
[[nodiscard]] QPDFObjectHandle integer(std::size_t number);
[[nodiscard]] QPDFObjectHandle real(Length length);  ///< in points
[[nodiscard]] QPDFObjectHandle array(const std::vector<QPDFObjectHandle>& items);
[[nodiscard]] QPDFObjectHandle dictionary(const std::vector<std::pair<const char*, QPDFObjectHandle>>& entries);

/// `box` on a page of that height: PDF counts from the lower left corner.
[[nodiscard]] QPDFObjectHandle rectangle(const Box& box, Length page_height);

/// The place that a viewer goes to: `at` in the corner of its window, as large as the page is shown already.
[[nodiscard]] QPDFObjectHandle destination(const QPDFObjectHandle& page, Point at, Length page_height);

}  // namespace paiban::finish
