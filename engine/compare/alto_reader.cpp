#include "compare/alto_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.hpp"

namespace paiban::compare {
namespace {

constexpr std::int64_t units_per_1200th = Length::units_per_point * 72 / 1200;

/// One tag: <name attributes>, </name>.
struct Tag {
  std::string_view name, attributes;
  bool closes = false;
};

/// The value as written; empty where there is none of that name.
std::string_view raw(const Tag& tag, std::string_view attribute) {
  const std::string opening = ' ' + std::string(attribute) + "=\"";
  const auto at = tag.attributes.find(opening);
  if (at == tag.attributes.npos) return {};
  const std::string_view rest = tag.attributes.substr(at + opening.size());
  return rest.substr(0, rest.find('"'));
}

std::int64_t number_of(std::string_view digits) {
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

Length length_of(const Tag& tag, std::string_view attribute) {
  return Length::units(number_of(raw(tag, attribute)) * units_per_1200th);
}
Box box_of(const Tag& tag) {
  return {length_of(tag, "HPOS"), length_of(tag, "VPOS"), length_of(tag, "WIDTH"), length_of(tag, "HEIGHT")};
}

/// With its references read: the five of XML that a writer needs.
std::string words_of(std::string_view written) {
  static constexpr auto references = std::to_array<std::pair<std::string_view, char>>(
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}});
  std::string words;
  while (!written.empty()) {
    const auto known = std::ranges::find_if(references, [written](const auto& each) { return written.starts_with(each.first); });
    words += known == references.end() ? written.front() : known->second;
    written.remove_prefix(known == references.end() ? 1 : known->first.size());
  }
  return words;
}

/// "role.headline" in "role.headline …" gives "headline".
std::string_view tagged(std::string_view references, std::string_view prefix) {
  const auto at = references.find(prefix);
  if (at == references.npos) return {};
  const std::string_view rest = references.substr(at + prefix.size());
  return rest.substr(0, rest.find(' '));
}

class Reader {
 public:
  explicit Reader(int number) {
    page_.number = number;
    at_.page = number;
  }

  Printed read(std::string_view layout) {
    for (std::size_t at = layout.find('<'); at != layout.npos; at = layout.find('<', at + 1)) {
      const std::string_view inside = layout.substr(at + 1, layout.find('>', at) - at - 1);
      Tag tag{inside.substr(0, inside.find_first_of(" /", 1)), inside, inside.starts_with('/')};
      if (tag.closes) tag.name.remove_prefix(1);
      take(tag, inside.ends_with('/'));
    }
    Printed printed;
    printed.pages.push_back(std::move(page_));
    return printed;
  }

 private:
  void take(const Tag& tag, bool empty) {
    if (tag.name == "ComposedBlock") composed(tag);
    if (tag.closes) return;
    if (tag.name == "Page") page_.width = length_of(tag, "WIDTH"), page_.height = length_of(tag, "HEIGHT");
    if (tag.name == "Illustration") page_.pictures.push_back({std::string(raw(tag, "ID")), box_of(tag)});
    if (tag.name == "GraphicalElement") page_.rules.push_back(box_of(tag));
    if (tag.name == "TextBlock") block(tag);
    if (tag.name == "TextLine" && !empty) line(tag);
    if (tag.name == "String") string(tag);
    if (tag.name == "SP" && line_ != nullptr) line_->text += ' ';
    if (tag.name == "HYP" && line_ != nullptr) line_->hyphenated = true;
    if (tag.name == "Glyph" && line_ != nullptr) line_->style += tag.attributes;
  }

  // A box stands inside its story, a leg too: what is open is a stack, and a leg is no story.
  void composed(const Tag& tag) {
    if (tag.closes) {
      if (!open_.empty() && open_.back() != leg) line_ = nullptr;
      if (!open_.empty()) open_.pop_back();
      return;
    }
    if (raw(tag, "TYPE") == "leg") {
      open_.push_back(leg);
      if (const std::size_t story = current(); story != leg) legs_[story] += 1;
      lines_in_leg_ = 0;
      return;
    }
    const std::string_view references = raw(tag, "TAGREFS");
    const std::string_view id = tagged(references, "story.");
    open_.push_back(page_.stories.size());
    legs_.push_back(0);
    page_.stories.push_back({words_of(id.empty() ? raw(tag, "ID") : id), std::string(tagged(references, "kind.")), {}});
  }

  /// The innermost story that is open; `leg`: none.
  [[nodiscard]] std::size_t current() const {
    const auto story = std::find_if(open_.rbegin(), open_.rend(), [](std::size_t each) { return each != leg; });
    return story == open_.rend() ? leg : *story;
  }

  void block(const Tag& tag) {
    const std::size_t story = current();
    const bool in_leg = !open_.empty() && open_.back() == leg;
    at_.leg = in_leg && story != leg ? legs_[story] : 0;
    at_.role = in_leg ? "" : story == leg ? "furniture" : std::string(tagged(raw(tag, "TAGREFS"), "role."));
    at_.line = in_leg ? lines_in_leg_ : 0;
  }

  void line(const Tag& tag) {
    const std::size_t story = current();
    std::vector<Line>& lines = story == leg ? page_.furniture : page_.stories[story].lines;
    ++at_.line;
    if (at_.leg != 0) lines_in_leg_ = at_.line;
    const Box box = box_of(tag);
    lines.push_back({at_, {}, {}, {box.x, box.y}, box.width, box.height, {}, false});
    line_ = &lines.back();
  }

  void string(const Tag& tag) {
    if (line_ == nullptr) return;
    line_->text += words_of(raw(tag, "CONTENT"));
    line_->style += tag.attributes;
  }

  static constexpr std::size_t leg = static_cast<std::size_t>(-1);
  Page page_;
  Spot at_;
  std::vector<std::size_t> open_;  // composed blocks: index of the story, or `leg`
  std::vector<int> legs_;          // of each story so far
  int lines_in_leg_ = 0;
  Line* line_ = nullptr;
};

}  // namespace

std::string_view layout_of(std::string_view alto) {
  const auto at = alto.find("<Layout");
  return at == alto.npos ? std::string_view{} : alto.substr(at);
}

Printed read_alto(std::string_view alto, int number) { return Reader(number).read(layout_of(alto)); }

}  // namespace paiban::compare
