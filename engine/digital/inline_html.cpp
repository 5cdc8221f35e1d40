#include "digital/inline_html.hpp"

#include <fmt/format.h>
#include <array>
#include <utility>

#include "document/xml_writer.hpp"

namespace paiban::digital {
namespace {

using document::Attributes;
using document::Span;
using document::SpanKind;

/// What opens and closes around a span; nothing where it is of no concern to a reader.
struct Tags {
  std::string open, close;
};

Tags tags(std::string_view element, const Attributes& attributes = {}) {
  return {fmt::format("<{}{}>", element, attributes.text()), fmt::format("</{}>", element)};
}
Tags classed(std::string_view element, std::string_view name) { return tags(element, Attributes().add("class", name)); }

/// An address that a browser may follow: nothing that runs as a program.
bool is_address(std::string_view address) {
  for (const std::string_view scheme : {"http://", "https://", "mailto:"})
    if (address.starts_with(scheme)) return true;
  return false;
}

/// What a span of the record is, without the words it is about.
std::string remark(const Span& span, const Words& words) {
  const std::string value(span.value);
  switch (span.kind) {
    case SpanKind::gap:
      return std::string(words.say("原件此处缺失", "lost in the original"));
    case SpanKind::supplied:
      return value.empty()
                 ? std::string(words.say("原件缺失，据他处补入", "lost in the original, supplied from elsewhere"))
                 : fmt::format(fmt::runtime(words.say("原件缺失，据“{}”补入", "lost in the original, supplied from “{}”")),
                               value);
    case SpanKind::conjectured:
      return value.empty() ? std::string(words.say("原件缺失，推测补入", "lost in the original, conjectured"))
                           : fmt::format(fmt::runtime(words.say("原件缺失，推测补入，可信度 {}",
                                                                "lost in the original, conjectured, certainty {}")),
                                         value);
    case SpanKind::sic:
      return value.empty() ? std::string(words.say("原文如此", "so in the original"))
                           : fmt::format(fmt::runtime(words.say("原文如此：{}", "so in the original: {}")), value);
    case SpanKind::emphasis:
    case SpanKind::name:
    case SpanKind::dateline:
    case SpanKind::byline:
    case SpanKind::ruby:
    case SpanKind::link:
    case SpanKind::proper:
    case SpanKind::work:
    case SpanKind::cut:
    case SpanKind::run_in:
    case SpanKind::person:
    case SpanKind::term:
      return {};
  }
  return {};
}

Tags recorded(std::string_view name, const Span& span, const Words& words) {
  return tags("span", Attributes().add("class", name).add("title", remark(span, words)));
}

Tags tags_of(const Span& span, const Words& words) {
  switch (span.kind) {
    case SpanKind::emphasis:
      return tags("em");
    case SpanKind::name:
      return classed("span", "name");
    case SpanKind::dateline:
      return classed("span", "dateline");
    case SpanKind::byline:
      return classed("span", "by");
    case SpanKind::ruby:
      return {"<ruby>", fmt::format("<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>", escaped(span.value))};
    case SpanKind::link:
      return is_address(span.value) ? tags("a", Attributes().add("href", span.value)) : Tags{};
    case SpanKind::proper:
      return classed("u", "proper");  // 专名号: what HTML has <u> for
    case SpanKind::work:
      return classed("cite", "work");
    case SpanKind::gap:
      return recorded("gap", span, words);
    case SpanKind::supplied:
      return recorded("supplied", span, words);
    case SpanKind::conjectured:
      return recorded("conjectured", span, words);
    case SpanKind::sic:
      return recorded("sic", span, words);
    case SpanKind::run_in:
      return classed("b", "run-in");
    case SpanKind::cut:
    case SpanKind::person:
    case SpanKind::term:
      return {};
  }
  return {};
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : document::escaped(text)) out += c == '>' ? std::string("&gt;") : std::string(1, c);
  return out;
}

std::string inline_html(const document::Text& text, const Words& words) {
  const std::string_view bytes = text.utf8;
  std::string html;
  std::vector<std::pair<std::uint32_t, std::string>> open;  // where each ends, and its closing tag; the innermost last
  std::uint32_t at = 0;
  const auto go_to = [&](std::uint32_t place) {
    while (!open.empty() && open.back().first <= place) {
      html += escaped(bytes.substr(at, open.back().first - at));
      at = open.back().first;
      html += open.back().second;
      open.pop_back();
    }
    html += escaped(bytes.substr(at, place - at));
    at = place;
  };
  for (const Span& span : text.spans) {
    go_to(span.start);
    Tags around = tags_of(span, words);
    if (around.open.empty()) continue;
    html += around.open;
    open.emplace_back(span.end, std::move(around.close));
  }
  go_to(static_cast<std::uint32_t>(bytes.size()));
  return html;
}

std::vector<std::string> record_of(const document::Text& text, const Words& words) {
  std::vector<std::string> sentences;
  for (const Span& span : text.spans) {
    const std::string what = remark(span, words);
    if (what.empty()) continue;
    sentences.push_back(
        fmt::format(fmt::runtime(words.say("“{}”：{}", "“{}”: {}")), text.utf8.substr(span.start, span.end - span.start), what));
  }
  return sentences;
}

}  // namespace paiban::digital
