#pragma once
// XML that is written: lines that people read and go on writing, or a stream of elements for programs.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paiban::document {

/// `text` as it stands between double quotes, or between tags.
[[nodiscard]] std::string escaped(std::string_view text);
/// The same at the end of `out`.
void append_escaped(std::string& out, std::string_view text);

/// Attributes of a tag, each with a blank before it.
class Attributes {
 public:
  Attributes& add(std::string_view name, std::string_view value);
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Lines of XML, indented by two blanks a level.
class XmlLines {
 public:
  /// Every line begins with `indent`, every element's name with `prefix` ("p:").
  explicit XmlLines(std::string_view indent = {}, std::string_view prefix = {}) : indent_(indent), prefix_(prefix) {}

  void line(std::string_view text);
  void open(std::string_view name, const Attributes& attributes = {});
  void empty(std::string_view name, const Attributes& attributes) { line(empty_tag(name, attributes)); }
  void close(std::string_view name);
  /// The element with what stands in it, in one line.
  void whole(std::string_view name, const Attributes& attributes, std::string_view inside);
  [[nodiscard]] std::string empty_tag(std::string_view name, const Attributes& attributes) const;
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_, indent_, prefix_;
  int depth_ = 0;
};

/// A whole document, element after element, for programs to read: large and quick. Closes what it opens.
class XmlStream {
 public:
  XmlStream();

  /// Begins an element in the one that is open. `name` must outlive it: a literal.
  XmlStream& open(std::string_view name);
  /// Attributes of the element opened last, before anything stands in it.
  XmlStream& attribute(std::string_view name, std::string_view value);
  XmlStream& attribute(std::string_view name, std::int64_t value);
  XmlStream& text(std::string_view text);
  XmlStream& close();
  /// An element with nothing but text.
  XmlStream& whole(std::string_view name, std::string_view text) { return open(name).text(text).close(); }
  /// The document; every element must be closed.
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void end_tag();
  void new_line();

  std::string out_;
  std::vector<std::string_view> names_;
  bool in_tag_ = false;    ///< the last element's tag still takes attributes
  bool has_text_ = false;  ///< what stands in the element is text: no line of its own for its end
};

}  // namespace paiban::document
