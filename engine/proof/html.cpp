#include "proof/html.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

#include "document/xml_writer.hpp"
#include "page/place_words.hpp"

namespace paiban::proof {
namespace {

using document::escaped;

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --soft: #6b6862; --line: #d0ccc2; --bad: #b3141b; }
@media (prefers-color-scheme: dark) { :root { --soft: #aaa69c; --line: #4d4b44; --bad: #ff7a75; } }
body { font: 1rem/1.6 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 0 1rem 3rem; }
h1 { font-size: 1.2rem; } h2 { font-size: 1.1rem; border-bottom: 1px solid var(--line); margin-top: 2rem; } h3 { margin-bottom: 0; }
img { width: 100%; height: auto; background: #fff; border: 1px solid var(--line); }
.slug, .fit, .where, .hint { color: var(--soft); font-size: .85rem; margin: 0; }
.findings li { margin-bottom: .5rem; } .error strong { color: var(--bad); }
nav a { margin-right: 1rem; display: inline-block; padding: .3rem 0; }
.lines { list-style: none; padding: 0; counter-reset: line; font-family: "Noto Serif SC", "Songti SC", serif; font-size: 1.1rem; line-height: 1.9; }
.lines li { counter-increment: line; display: flex; gap: .8rem; }
.lines li::before { content: counter(line); color: var(--soft); font-size: .7rem; width: 1.6rem; text-align: right; flex: none; }
.column { font-size: .8rem; color: var(--soft); margin: .5rem 0 0; }
.heads { font-weight: 700; margin: 0; }
)";

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// RFC 4648, 4.
std::string base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j) group = group << 8U | (j < count ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j) text += j <= count ? digits[group >> (18U - 6U * j) & 63U] : '=';
  }
  return text;
}

class Writer {
 public:
  Writer(const Edition& edition, Language language) : edition_(edition), chinese_(language == Language::chinese) {}

  std::string write(const std::vector<std::string>& pictures, const Report& report, const SlugFacts& facts) {
    const std::string slug = slug_of(edition_.plan.issue, 0, facts);
    out_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
        "'none'; img-src data:; style-src 'unsafe-inline'\">\n<title>{0}</title>\n<style>{1}</style>\n<h1>{2}</h1>\n<p "
        "class=\"slug\">{0}</p>\n",
        escaped(slug), style, say("Proof", "清样"));
    navigation();
    findings(report, chinese_ ? Language::chinese : Language::english);
    for (std::size_t i = 0; i < edition_.pages.size() && i < pictures.size(); ++i) page(edition_.pages[i], pictures[i]);
    for (const page::ComposedPage& page : edition_.pages) galleys(page, page.stories);
    return std::move(out_);
  }

 private:
  [[nodiscard]] const char* say(const char* english, const char* chinese) const { return chinese_ ? chinese : english; }

  void navigation() {
    out_ += "<nav>";
    for (const page::ComposedPage& page : edition_.pages)
      out_ += fmt::format("<a href=\"#page-{}\">{}</a>", page.number, page::page_words(page.number));
    out_ += "</nav>\n";
  }

  void findings(const Report& report, Language language) {
    out_ += fmt::format("<h2>{}</h2>\n", say("What is wrong", "问题"));
    if (report.diagnostics().empty()) {
      out_ += fmt::format("<p>{}</p>\n", say("Nothing to complain of.", "未发现问题。"));
      return;
    }
    out_ += "<ol class=\"findings\">\n";
    for (const Diagnostic& each : report.diagnostics()) {
      const bool warning = gravity_of(each.code) == Gravity::warning;
      out_ += fmt::format("<li class=\"{}\"><strong>{}</strong> {}<p class=\"hint\">{}</p><p class=\"where\">{}</p></li>\n",
                          warning ? "warning" : "error", code_name(each.code), escaped(message_of(each, language)),
                          escaped(hint_of(each, language)), escaped(where(report, each)));
    }
    out_ += "</ol>\n";
  }

  static std::string where(const Report& report, const Diagnostic& each) {
    std::string words = each.place;
    if (each.at.line > 0)
      words += fmt::format("{}{}:{}:{}", words.empty() ? "" : "\u3000", report.path(each.at.file), each.at.line, each.at.column);
    return words;
  }

  void page(const page::ComposedPage& page, const std::string& picture) {
    const std::string words = page::page_words(page.number);
    out_ += fmt::format("<h2 id=\"page-{}\">{}</h2>\n<img alt=\"{}\" src=\"data:image/png;base64,{}\">\n", page.number, words,
                        words, base64(picture));
  }

  void galleys(const page::ComposedPage& page, const std::vector<page::SetStory>& stories) {
    for (const page::SetStory& story : stories) {
      galley(page, story);
      galleys(page, story.boxes);
    }
  }

  void galley(const page::ComposedPage& page, const page::SetStory& story) {
    out_ += fmt::format("<article>\n<h3>{} {}</h3>\n", page::page_words(page.number),
                        escaped(story.words.empty() ? story.id : story.words));
    if (story.fit) out_ += fmt::format("<p class=\"fit\">{}</p>\n", fit_words(*story.fit));
    for (const page::Head& head : story.heads)
      for (const page::SetLine& row : head.rows) out_ += fmt::format("<p class=\"heads\">{}</p>\n", escaped(shown(row)));
    for (std::size_t i = 0; i < story.legs.size(); ++i) {
      out_ += fmt::format("<p class=\"column\">{}</p>\n<ol class=\"lines\">\n",
                          chinese_ ? fmt::format("第{}栏", i + 1) : fmt::format("column {}", i + 1));
      for (const page::SetLine& line : story.legs[i].lines) {
        // A paragraph's indent is no part of its text: on a screen it is shown as the em that it is.
        const char* indent = line.line.first == 0 && line.line.indent > Length{} ? "\u3000\u3000" : "";
        out_ += fmt::format("<li>{}{}</li>\n", indent, escaped(shown(line)));
      }
      out_ += "</ol>\n";
    }
    out_ += "</article>\n";
  }

  [[nodiscard]] std::string fit_words(const page::CopyFit& fit) const {
    const int over = fit.lines - fit.room;
    if (over == 0) return fmt::format(fmt::runtime(chinese_ ? "{}行，满" : "{} lines, full"), fit.lines);
    const char* words = over > 0 ? say("{} lines, {} over", "{}行，多{}行") : say("{} lines, {} short", "{}行，缺{}行");
    return fmt::format(fmt::runtime(words), fit.lines, std::abs(over));
  }

  [[nodiscard]] std::string shown(const page::SetLine& line) const {
    const text::ShapedParagraph& text = edition_.texts[line.text];
    if (edition_.plan.texts[line.text].promised || line.line.first == line.line.last) return say("(to come)", "（待来稿）");
    const std::uint32_t start = text.units[line.line.first].start;
    return text.text.substr(start, text.units[line.line.last - 1].end - start);
  }

  const Edition& edition_;
  bool chinese_;
  std::string out_;
};

}  // namespace

std::string proof_html(const Edition& edition, const std::vector<std::string>& pictures, const Report& report,
                       const SlugFacts& facts, Language language) {
  return Writer(edition, language).write(pictures, report, facts);
}

}  // namespace paiban::proof
