#pragma once
// XML that people read and go on writing: one element a line, indented.

#include <string>
#include <string_view>
#include <utility>

namespace paiban::document {

/// `text` as it stands between double quotes, or between tags.
[[nodiscard]] std::string escaped(std::string_view text);

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

}  // namespace paiban::document
