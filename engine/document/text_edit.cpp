#include "document/text_edit.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace paiban::document {
namespace {

// place_of() for rising offsets. It walks the text once, however many places are asked for.
class PlaceWalk {
 public:
  explicit PlaceWalk(const Text& text) : text_(text) {}

  SourcePlace at(std::uint32_t offset) {
    while (next_ < text_.anchors.size() && text_.anchors[next_].offset <= offset) {
      offset_ = text_.anchors[next_].offset;
      place_ = text_.anchors[next_++].at;
    }
    const std::string_view passed = std::string_view(text_.utf8).substr(offset_, offset - offset_);
    place_.column += static_cast<std::uint32_t>(count_code_points(passed));
    offset_ = offset;
    return place_;
  }

 private:
  const Text& text_;
  std::size_t next_ = 0;
  std::uint32_t offset_ = 0;
  SourcePlace place_;
};

// Where the old offsets have gone. `shifts_` holds, for each edit, its new start.
class Moved {
 public:
  explicit Moved(const std::vector<Edit>& edits) : edits_(edits) {
    std::int64_t shift = 0;
    for (const Edit& edit : edits) {
      starts_.push_back(static_cast<std::uint32_t>(edit.start + shift));
      shift += static_cast<std::int64_t>(edit.replacement.size()) - (edit.end - edit.start);
    }
  }

  [[nodiscard]] std::uint32_t start(std::uint32_t offset) const { return moved(offset, false); }
  [[nodiscard]] std::uint32_t end(std::uint32_t offset) const { return moved(offset, true); }
  [[nodiscard]] bool inside(std::uint32_t offset) const {
    const std::size_t after = edits_before(offset);
    return after != 0 && offset < edits_[after - 1].end;
  }

 private:
  // How many edits start at or before `offset`.
  [[nodiscard]] std::size_t edits_before(std::uint32_t offset) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(edits_, offset, {}, &Edit::start) - edits_.begin());
  }
  [[nodiscard]] std::uint32_t moved(std::uint32_t offset, bool to_end) const {
    const std::size_t after = edits_before(offset);
    if (after == 0) return offset;
    const Edit& edit = edits_[after - 1];
    const auto length = static_cast<std::uint32_t>(edit.replacement.size());
    const std::uint32_t start = starts_[after - 1];
    if (offset >= edit.end) return start + length + (offset - edit.end);
    return to_end && offset > edit.start ? start + length : start;
  }

  const std::vector<Edit>& edits_;
  std::vector<std::uint32_t> starts_;
};

void put_anchor(std::vector<Anchor>& anchors, Anchor anchor) {
  if (!anchors.empty() && anchors.back().offset == anchor.offset)
    anchors.back() = anchor;
  else
    anchors.push_back(anchor);
}

// Old anchors outside the edits, and new ones at both ends of each edit: what is replaced need not run in step.
std::vector<Anchor> moved_anchors(const Text& text, const std::vector<Edit>& edits, const Moved& moved) {
  std::vector<std::pair<std::uint32_t, SourcePlace>> kept;
  PlaceWalk walk(text);
  for (const Edit& edit : edits) {
    const SourcePlace before = walk.at(edit.start);
    if (!edit.replacement.empty()) kept.emplace_back(moved.start(edit.start), before);
    kept.emplace_back(moved.end(edit.end), walk.at(edit.end));
  }
  for (const Anchor& anchor : text.anchors)
    if (!moved.inside(anchor.offset)) kept.emplace_back(moved.end(anchor.offset), anchor.at);
  std::ranges::stable_sort(kept, {}, &std::pair<std::uint32_t, SourcePlace>::first);
  std::vector<Anchor> anchors;
  for (const auto& [offset, at] : kept) put_anchor(anchors, {offset, at});
  return anchors;
}

std::string edited(std::string_view text, const std::vector<Edit>& edits) {
  std::string result;
  std::uint32_t done = 0;
  for (const Edit& edit : edits) {
    result.append(text.substr(done, edit.start - done)).append(edit.replacement);
    done = edit.end;
  }
  return result.append(text.substr(done));
}

// Cuts [start, end) out of a text, one stretch after the other. It walks spans, anchors and line ends once.
class LineCutter {
 public:
  explicit LineCutter(const Text& text) : text_(text) {}

  Text next(std::size_t start, std::size_t end) {
    const auto first = static_cast<std::uint32_t>(start);
    const auto last = static_cast<std::uint32_t>(end);
    Text part;
    part.utf8 = text_.utf8.substr(start, end - start);
    part.anchors.push_back({0, places_.at(first)});
    for (; anchor_ < text_.anchors.size() && text_.anchors[anchor_].offset <= last; ++anchor_)
      if (text_.anchors[anchor_].offset >= first)
        put_anchor(part.anchors, {text_.anchors[anchor_].offset - first, text_.anchors[anchor_].at});
    for (; span_ < text_.spans.size() && text_.spans[span_].start < last; ++span_)
      if (text_.spans[span_].start >= first) part.spans.push_back(cut(text_.spans[span_], first, last));
    for (; line_end_ < text_.line_ends.size() && text_.line_ends[line_end_] <= last; ++line_end_)
      if (text_.line_ends[line_end_] >= first) part.line_ends.push_back(text_.line_ends[line_end_] - first);
    return part;
  }

 private:
  static Span cut(Span span, std::uint32_t first, std::uint32_t last) {
    span.start -= first;
    span.end = std::min(span.end, last) - first;
    return span;
  }

  const Text& text_;
  PlaceWalk places_{text_};
  std::size_t anchor_ = 0, span_ = 0, line_end_ = 0;
};

void drop_repeated(std::vector<std::uint32_t>& offsets) {
  offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
}

}  // namespace

Text apply_edits(const Text& text, const std::vector<Edit>& edits) {
  if (edits.empty()) return text;
  const Moved moved(edits);
  Text result;
  result.utf8 = edited(text.utf8, edits);
  result.anchors = moved_anchors(text, edits, moved);
  for (Span span : text.spans) {
    span.start = moved.start(span.start);
    span.end = moved.end(span.end);
    if (span.start < span.end) result.spans.push_back(std::move(span));
  }
  for (const std::uint32_t offset : text.line_ends) result.line_ends.push_back(moved.start(offset));
  drop_repeated(result.line_ends);
  return result;
}

std::vector<Text> lines_of(const Text& text) {
  std::vector<Text> lines;
  LineCutter cutter(text);
  for (std::size_t start = 0; start != std::string::npos;) {
    const std::size_t feed = text.utf8.find('\n', start);
    lines.push_back(cutter.next(start, std::min(feed, text.utf8.size())));
    start = feed == std::string::npos ? feed : feed + 1;
  }
  return lines;
}

Text plain_text(std::string_view utf8, SourcePlace at) {
  Text text;
  text.utf8 = utf8;
  text.anchors.push_back({0, at});
  for (std::size_t i = utf8.find('\n'); i != std::string_view::npos; i = utf8.find('\n', i + 1)) {
    ++at.line;
    at.column = 1;
    text.anchors.push_back({static_cast<std::uint32_t>(i + 1), at});
  }
  return text;
}

}  // namespace paiban::document
