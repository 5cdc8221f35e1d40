#include "finish/pdf_values.hpp"

namespace paiban::finish {

QPDFObjectHandle name(const std::string& name) { return QPDFObjectHandle::newName(name); }
QPDFObjectHandle text(std::string_view utf8) { return QPDFObjectHandle::newUnicodeString(std::string(utf8)); }
QPDFObjectHandle integer(std::size_t number) { return QPDFObjectHandle::newInteger(static_cast<long long>(number)); }
QPDFObjectHandle real(Length length) { return QPDFObjectHandle::newReal(to_points(length)); }
QPDFObjectHandle array(const std::vector<QPDFObjectHandle>& items) { return QPDFObjectHandle::newArray(items); }

QPDFObjectHandle dictionary(const std::vector<std::pair<const char*, QPDFObjectHandle>>& entries) {
  QPDFObjectHandle made = QPDFObjectHandle::newDictionary();
  for (const auto& [key, value] : entries) made.replaceKey(key, value);
  return made;
}

QPDFObjectHandle rectangle(const Box& box, Length page_height) {
  return array({real(box.x), real(page_height - box.bottom()), real(box.right()), real(page_height - box.y)});
}

QPDFObjectHandle destination(const QPDFObjectHandle& page, Point at, Length page_height) {
  return array({page, name("/XYZ"), real(at.x), real(page_height - at.y), QPDFObjectHandle::newNull()});
}

}  // namespace paiban::finish
