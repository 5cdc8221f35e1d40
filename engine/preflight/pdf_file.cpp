#include "preflight/pdf_file.hpp"

#include <algorithm>
#include <qpdf/Pipeline.hh>

namespace paiban::preflight {
namespace {

constexpr int deepest_page_tree = 64;

/// Keeps what it is given, up to a limit; then lets qpdf give up, which it does where a pipeline has no end.
class Bounded final : public Pipeline {
 public:
  Bounded(std::string& bytes, std::size_t most) : Pipeline("bounded", nullptr), bytes_(bytes), most_(most) {}
  void write(unsigned char const* data, std::size_t length) override {
    if (length > most_ - bytes_.size())
      fill_up(data);
    else
      bytes_.append(reinterpret_cast<const char*>(data), length);
  }
  void finish() override {}

 private:
  void fill_up(unsigned char const* data) {
    const std::size_t room = most_ - bytes_.size();
    bytes_.append(reinterpret_cast<const char*>(data), room);
    getNext()->write(data + room, 1);  // there is none: qpdf leaves by an exception of its own
  }

  std::string& bytes_;
  std::size_t most_;
};

}  // namespace

Object get(Object holder, const char* key) {
  if (holder.isStream()) holder = holder.getDict();
  return holder.isDictionary() ? holder.getKey(key) : Object::newNull();
}

std::string name_of(const Object& object) {
  Object copy = object;
  return copy.isName() ? copy.getName() : std::string();
}

std::optional<double> number_of(Object object) {
  double value = 0;
  return object.isNumber() && object.getValueAsNumber(value) ? std::optional(value) : std::nullopt;
}

std::optional<int> whole_number_of(Object object) {
  int value = 0;
  return object.isInteger() && object.getValueAsInt(value) ? std::optional(value) : std::nullopt;
}

std::optional<std::vector<double>> numbers_of(Object object) {
  if (!object.isArray()) return std::nullopt;
  std::vector<double> numbers;
  for (const Object& member : object.getArrayAsVector()) {
    const auto number = number_of(member);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<std::string> text_of(Object object) {
  return object.isString() ? std::optional(object.getUTF8Value()) : std::nullopt;
}

std::vector<Object> members_of(Object object) {
  if (object.isArray()) return object.getArrayAsVector();
  if (object.isNull()) return {};
  return {object};
}

int object_number(const Object& object) {
  Object copy = object;
  return copy.isIndirect() ? copy.getObjectID() : 0;
}

std::optional<std::string> bytes_of(Object stream, qpdf_stream_decode_level_e level) {
  if (!stream.isStream()) return std::nullopt;
  std::string bytes;
  Bounded sink(bytes, most_decoded);
  bool decoded = false;
  const bool whole = stream.pipeStreamData(&sink, &decoded, 0, level, true, false);
  return whole && (decoded || level == qpdf_dl_none) ? std::optional(std::move(bytes)) : std::nullopt;
}

std::string beginning_of(Object stream, std::size_t most) {
  std::string bytes;
  Bounded sink(bytes, most);
  bool decoded = false;
  if (stream.isStream()) stream.pipeStreamData(&sink, &decoded, 0, qpdf_dl_specialized, true, false);
  return bytes;
}

Object inherited(Object page, const char* key) {
  for (int depth = 0; depth < deepest_page_tree && page.isDictionary(); ++depth) {
    if (Object value = page.getKey(key); !value.isNull()) return value;
    page = page.getKey("/Parent");
  }
  return Object::newNull();
}

std::optional<PageBoxes> box_of(const Object& page, const char* key) {
  const auto numbers = numbers_of(inherited(page, key));
  if (!numbers || numbers->size() != 4) return std::nullopt;
  const auto [left, right] = std::minmax((*numbers)[0], (*numbers)[2]);
  const auto [bottom, top] = std::minmax((*numbers)[1], (*numbers)[3]);
  return PageBoxes{left, bottom, right, top};
}

}  // namespace paiban::preflight
