#include "compare/words.hpp"

#include <fmt/format.h>

#include <array>
#include <span>
#include <string_view>

#include "base/utf8.hpp"
#include "document/han_number.hpp"

namespace paiban::compare {
namespace {

constexpr std::size_t headline_characters = 12;  // of a headline, to tell which story is meant

/// What the trade calls the parts of a story; of the engine's words those that a page can show.
struct RoleWords {
  std::string_view role, english, chinese;
};
constexpr auto role_words = std::to_array<RoleWords>({{"label", "label", "栏目"},
                                                      {"kicker", "kicker", "引题"},
                                                      {"headline", "headline", "主题"},
                                                      {"deck", "deck", "副题"},
                                                      {"digest", "digest", "提要"},
                                                      {"byline", "byline", "署名"},
                                                      {"logo", "logo", "栏花"},
                                                      {"title", "title", "题目"},
                                                      {"caption", "caption", "图片说明"},
                                                      {"credit", "credit", "摄影署名"},
                                                      {"jump", "jump line", "转接"},
                                                      {"staff", "staff line", "责编行"},
                                                      {"furniture", "furniture", "报头报眉"}});

class Writer {
 public:
  explicit Writer(Language language, Length row) : chinese_(language == Language::chinese), row_(row) {}

  [[nodiscard]] std::string spot(const Spot& spot) const {
    return spot.leg == 0 ? part(spot.role) + lines(spot.line, spot.line) : leg(spot.leg) + lines(spot.line, spot.line);
  }
  [[nodiscard]] std::string page(int number) const {
    return chinese_ ? document::han_number(number) + "版" : fmt::format("page {}", number);
  }
  [[nodiscard]] std::string story(const StoryChange& change) const;
  [[nodiscard]] std::string word(const WordChange& change) const {
    std::string middle = change.was.empty()   ? "＋" + change.now
                         : change.now.empty() ? "－" + change.was
                                              : change.was + "→" + change.now;
    return fmt::format("{}［{}］{}", change.before, middle, change.after);
  }
  [[nodiscard]] std::string run(std::span<const LineChange> lines) const;
  [[nodiscard]] std::string picture(const PictureChange& change) const;
  [[nodiscard]] std::string pick(std::string_view english, std::string_view chinese) const {
    return std::string(chinese_ ? chinese : english);
  }

 private:
  [[nodiscard]] std::string part(std::string_view role) const {
    for (const RoleWords& words : role_words)
      if (words.role == role) return pick(words.english, words.chinese) + (chinese_ ? "" : " ");
    return std::string(role) + ' ';
  }
  [[nodiscard]] std::string leg(int number) const {
    return chinese_ ? fmt::format("第{}栏", number) : fmt::format("column {}, ", number);
  }
  [[nodiscard]] std::string lines(int first, int last) const {
    if (first == last) return chinese_ ? fmt::format("第{}行", first) : fmt::format("line {}", first);
    return chinese_ ? fmt::format("第{}—{}行", first, last) : fmt::format("lines {}–{}", first, last);
  }
  [[nodiscard]] std::string shift(Length right, Length down) const;
  [[nodiscard]] std::string distance(Length length, bool counted_in_rows) const;

  bool chinese_;
  Length row_;
};

/// Points with at most two decimals, never negative.
std::string in_points(Length length) {
  const std::int64_t units = length.count() < 0 ? -length.count() : length.count();
  const std::int64_t hundredths = scale_rounded(units, 100, Length::units_per_point);
  std::string text = fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string first_characters(std::string_view text, std::size_t count) {
  std::uint32_t end = 0;
  for (std::size_t n = 0; n < count && end < text.size(); ++n) end = decode_at(text, end).next;
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::string Writer::story(const StoryChange& change) const {
  std::string words = page(change.page != 0 ? change.page : change.was_page) + (chinese_ ? "　" : " · ");
  if (change.role == "lead") words += pick("lead", "头条") + (chinese_ ? "" : " ");
  words += change.headline.empty() ? change.id : fmt::format("《{}》", first_characters(change.headline, headline_characters));
  if (change.kind == StoryChange::Kind::added) return words + pick(": new", "：新上");
  if (change.kind == StoryChange::Kind::gone) return words + pick(": gone", "：已撤");
  if (change.was_page != change.page) words += pick(" from ", "（原在") + page(change.was_page) + pick("", "）");
  return words;
}

std::string Writer::distance(Length length, bool counted_in_rows) const {
  const std::int64_t units = length.count() < 0 ? -length.count() : length.count();
  if (!counted_in_rows || row_.count() == 0 || units % row_.count() != 0) return in_points(length) + pick(" pt", "点");
  const std::int64_t rows = units / row_.count();
  return chinese_ ? fmt::format("{}行", rows) : fmt::format("{} {}", rows, rows == 1 ? "row" : "rows");
}

std::string Writer::shift(Length right, Length down) const {
  std::string words;
  if (down != Length{}) words = (down > Length{} ? pick("down ", "下移") : pick("up ", "上移")) + distance(down, true);
  if (right == Length{}) return words;
  if (!words.empty()) words += pick(", ", "、");
  return words + (right > Length{} ? pick("right ", "右移") : pick("left ", "左移")) + distance(right, false);
}

/// `lines` follow each other and changed alike.
std::string Writer::run(std::span<const LineChange> run) const {
  const LineChange &first = run.front(), &last = run.back();
  const Spot& from = first.now ? *first.now : *first.was;
  const Spot& to = last.now ? *last.now : *last.was;
  const std::string place = (from.leg == 0 ? part(from.role) : leg(from.leg)) + lines(from.line, to.line) + pick(" ", "");
  switch (first.kind) {
    case LineChange::Kind::moved:
      if (first.was->page != first.now->page) return place + pick("from ", "原在") + page(first.was->page);
      return place + shift(first.right, first.down);
    case LineChange::Kind::reset:
      return place + pick("set otherwise in its place", "原位，字距有变");
    case LineChange::Kind::reworded:
      return place + pick("reworded in its place", "原位改字");
    case LineChange::Kind::rebroken:
      return place + pick("broken anew", "重新分行");
    case LineChange::Kind::added:
      return place + pick("new", "新增");
    case LineChange::Kind::gone:
      return place + pick("gone", "已撤");
  }
  return place;
}

std::string Writer::picture(const PictureChange& change) const {
  const std::string name = pick("picture of ", "图片 ") + change.story + pick(" ", "　");
  if (!change.was) return name + pick("new", "新上");
  if (!change.now) return name + pick("gone", "已撤");
  const Length right = change.now->x - change.was->x, down = change.now->y - change.was->y;
  const bool same_size = change.was->width == change.now->width && change.was->height == change.now->height;
  if (same_size) return name + shift(right, down);
  return name + fmt::format("{}×{}→{}×{}{}", in_points(change.was->width), in_points(change.was->height),
                            in_points(change.now->width), in_points(change.now->height), pick(" pt", "点"));
}

bool goes_on(const LineChange& a, const LineChange& b) {
  const auto spot = [](const LineChange& change) { return change.now ? *change.now : *change.was; };
  const Spot x = spot(a), y = spot(b);
  const bool alike = a.kind == b.kind && a.right == b.right && a.down == b.down && a.was.has_value() == b.was.has_value();
  return alike && x.page == y.page && x.role == y.role && x.leg == y.leg && x.line + 1 == y.line &&
         (!a.was || !b.was || a.was->page == b.was->page);
}

std::string line_runs(const std::vector<LineChange>& lines, const Writer& writer) {
  std::string text;
  for (std::size_t first = 0, last = 0; first < lines.size(); first = last) {
    for (last = first + 1; last < lines.size() && goes_on(lines[last - 1], lines[last]);) ++last;
    if (lines[first].kind == LineChange::Kind::reworded) continue;  // the list to tick has said it
    text += "    " + writer.run(std::span(lines).subspan(first, last - first)) + '\n';
  }
  return text;
}

std::string word_list(const std::vector<WordChange>& words, const Writer& writer) {
  std::string text;
  for (const WordChange& word : words)
    text += fmt::format("  □ {}{}{}\n", writer.spot(word.now_at), writer.pick(": ", "："), writer.word(word));
  return text;
}

std::string story_text(const StoryChange& change, const Writer& writer) {
  std::string text = writer.story(change) + '\n' + word_list(change.words, writer);
  if (change.kind == StoryChange::Kind::kept) text += line_runs(change.lines, writer);
  return text;
}

std::string page_text(const PageChange& change, const Writer& writer) {
  std::string text = writer.page(change.number);
  if (change.added) return text + writer.pick(": new\n", "：新增\n");
  if (change.gone) return text + writer.pick(": gone\n", "：已撤\n");
  text += '\n';
  if (change.size) text += writer.pick("    another size of paper\n", "    版面尺寸不同\n");
  text += word_list(change.words, writer) + line_runs(change.furniture, writer);
  for (const PictureChange& picture : change.pictures) text += "    " + writer.picture(picture) + '\n';
  if (change.rules != 0) text += fmt::format("    {}{}\n", writer.pick("rules moved: ", "移动的线条："), change.rules);
  return text;
}

std::string changes_text(const Difference& difference, const Writer& writer) {
  std::string text;
  for (const StoryChange& story : difference.stories) text += story_text(story, writer);
  for (const PageChange& page : difference.pages_changed) text += page_text(page, writer);
  return text;
}

}  // namespace

std::string count_words(std::int64_t pages, std::int64_t moved, std::int64_t reworded, Language language) {
  const auto counted = [](std::int64_t count, std::string_view one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
  };
  if (language == Language::chinese)
    return fmt::format("{} 个版，{} 行移动{}", pages, moved, reworded == 0 ? "" : fmt::format("，{} 行改字", reworded));
  return fmt::format("{}, {} moved{}", counted(pages, "page"), counted(moved, "line"),
                     reworded == 0 ? "" : fmt::format(", {} reworded", counted(reworded, "line")));
}

std::string archive_page_text(const ArchivePage& page, Language language) {
  return fmt::format("{}/{}\n{}", page.issue, page.file, changes_text(page.difference, Writer(language, page.difference.row)));
}

std::string difference_text(const Difference& difference, Language language) {
  const Writer writer(language, difference.row);
  std::string text = changes_text(difference, writer);
  text += count_words(difference.pages, difference.moved, difference.reworded, language);
  if (!difference.any()) return text + '\n';
  return text + fmt::format("{}{}{}{}\n", writer.pick("; unchanged in place: ", "；原位未动："), difference.unchanged,
                            writer.pick(" of ", "／"), difference.lines);
}

}  // namespace paiban::compare
