#include "document/promise.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "base/message_table.hpp"
#include "base/utf8.hpp"
#include "document/names.hpp"
#include "document/quoted.hpp"

namespace paiban::document {
namespace {

// Words of no news, read round and round. Of 1 000 characters about 40 are commas, 25 pauses, 14 stops, 9 pairs of quotation
// marks and 33 digits, as in the paper's own copy.
// clang-format off
constexpr std::string_view copy_words =
    "此处为稿件预留版面，稿件到齐之后由正式文字代替。为使行数、字数、标点与平日来稿相近，这段文字照常写入2025年、36.5%一类数字"
    "以及“先留版面、后补稿件”这样的引语。编辑组版时先定篇幅，记者随后按“大体相当”的长短交稿，两边同时工作互不等候；"
    "版面因此可以提早成形，标题大小、图片位置、各栏行数都能在来稿之前商定。一篇600字的文章大约排成40行，分作三栏或者四栏；"
    "一张横幅照片占去二十行上下，说明文字另占两行。夜班人员核对版样时看到灰色线条就知道那里仍在等稿，“灰条”越长说明预留越多，"
    "稿件一旦送达灰条随即换成实际文字，多出几行、短少几行都会逐条报告，由编辑斟酌增删、调整标题、更换图片，"
    "其余文章保持原来位置不动。这样的做法由来已久并且既不耽误付印时间又不打乱前后次序；预留篇幅以字数为准，标点、数字计算在内，"
    "空格不计，写稿人员心中有数，编排人员手中有据，“约定字数”就成为双方共同遵守的尺度。";
// clang-format on

constexpr std::string_view head_words = "预留标题等候稿件送达之后另行填写文字内容位置大小已经商定";

// The paper's paragraphs have 150 characters in the mean, and are as unlike each other as these. Each story begins elsewhere in
// the row, or the last lines of all stand-ins would be full, or short, in one measure.
constexpr auto paragraph_lengths = std::to_array<std::size_t>({96, 204, 137, 193, 106, 168, 149});
// What is left over for a last paragraph of fewer goes with the one before.
constexpr std::size_t shortest_paragraph = 48;

/// Characters of a text, round and round.
class Wheel {
 public:
  explicit Wheel(std::string_view words) : words_(words) {}
  [[nodiscard]] char32_t peek() const { return decode_at(words_, at_).code_point; }
  void pass() {
    at_ = decode_at(words_, at_).next;
    if (at_ == words_.size()) at_ = 0;
  }
  [[nodiscard]] char32_t take() {
    const char32_t next = peek();
    pass();
    return next;
  }

 private:
  std::string_view words_;
  std::uint32_t at_ = 0;
};

bool is_mark(char32_t c) {
  constexpr std::u32string_view marks = U"，、。；：“”%.";
  return marks.find(c) != marks.npos;
}

/// One paragraph of `count` characters that begins with a word and ends with a stop.
std::string paragraph_of(Wheel& words, std::size_t count) {
  while (is_mark(words.peek())) words.pass();
  std::string text;
  for (std::size_t i = 0; i + 2 < count; ++i) append_utf8(text, words.take());
  while (is_mark(words.peek())) words.pass();  // before the stop stands a word
  if (count > 0) append_utf8(text, words.take());
  if (count > 1) append_utf8(text, U'。');
  return text;
}

/// 电头: the white after 本报讯, of an em, that news begins with and nobody counts.
void open_dateline(std::string& text) {
  constexpr std::size_t dateline = 3 * 3;  // bytes of three Han
  if (text.size() > dateline) text.insert(dateline, "\u3000");
}

Text text_of(std::string utf8, SourcePlace at) { return {std::move(utf8), {}, {}, {{0, at}}}; }

/// What runs from line to line; all else are rows.
bool runs(Role role) { return role == Role::paragraph || role == Role::digest || role == Role::caption; }

bool is_running_text(Role role) { return role == Role::paragraph || role == Role::list_head || role == Role::subhead; }

std::size_t count_characters(const std::vector<Text>& rows) {
  std::size_t count = 0;
  for (const Text& row : rows) count += document::count_characters(row.utf8);
  return count;
}

// ---- what has come ----

class PromiseChecker {
 public:
  PromiseChecker(StandIns which, Report& report) : which_(which), report_(report) {}

  void check(const Story& story) {
    if (story.expected > 0 && !has_come(story)) open(story.at, story.id, promise_label(story.expected), story.id);
    for (const Block& block : story.blocks)
      if (block.expected > 0) check(block, story.id);
    if (story.picture && story.picture->expected) check(*story.picture, story);
    for (const Story& box : story.boxes) check(box);
  }

  static bool has_come(const Story& story) {
    return std::ranges::any_of(story.blocks, [](const Block& block) { return is_running_text(block.role); });
  }

 private:
  void open(SourcePlace at, std::string_view what, const std::string& label, const std::string& story) {
    const Code code = which_ == StandIns::shown ? Code::promise_open : Code::promise_unkept;
    report_.add(code, at, {std::string(what), label}, story);
  }

  void check(const Block& block, const std::string& story) {
    if (block.rows.empty()) return open(block.at, name_of(block.role), promise_label(block.expected), story);
    const std::size_t came = count_characters(block.rows);
    if (came != static_cast<std::size_t>(block.expected))
      report_.add(Code::promise_length_differs, block.at,
                  {document::quoted(block.rows.front().utf8), std::to_string(block.expected), std::to_string(came)}, story);
  }

  void check(const Picture& picture, const Story& story) {
    if (picture.promised()) return open(story.at, story.id, promise_label(picture), story.id);
    // By cutting away a fiftieth a picture comes to another aspect without anyone seeing it.
    constexpr std::int64_t unseen = 50;
    const std::int64_t promised = std::int64_t{picture.aspect_width} * picture.pixel_height;
    const std::int64_t came = std::int64_t{picture.aspect_height} * picture.pixel_width;
    if (promised == 0 || std::abs(promised - came) * unseen <= promised) return;
    report_.add(Code::promise_picture_differs, picture.at,
                {picture.source, std::to_string(picture.aspect_width) + ":" + std::to_string(picture.aspect_height),
                 std::to_string(picture.pixel_width) + " × " + std::to_string(picture.pixel_height)},
                story.id);
  }

  StandIns which_;
  Report& report_;
};

}  // namespace

std::size_t count_characters(std::string_view text) {
  constexpr std::u32string_view blanks = U" \t\u00A0\u3000";
  std::size_t count = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const Decoded next = decode_at(text, at);
    if (blanks.find(next.code_point) == blanks.npos) ++count;
    at = next.next;
  }
  return count;
}

std::vector<Text> stand_in_copy(std::size_t characters, SourcePlace at) {
  std::vector<Text> paragraphs;
  Wheel words(copy_words);
  std::size_t left = characters;
  for (std::size_t i = 0; left > 0; ++i) {
    const std::size_t usual = paragraph_lengths[(characters + i) % paragraph_lengths.size()];
    const std::size_t count = left < usual + shortest_paragraph ? left : usual;
    paragraphs.push_back(text_of(paragraph_of(words, count), at));
    if (i == 0) open_dateline(paragraphs.front().utf8);
    left -= count;
  }
  return paragraphs;
}

Text stand_in_head(std::size_t characters, SourcePlace at) {
  Wheel words(head_words);
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) append_utf8(text, words.take());
  return text_of(std::move(text), at);
}

std::size_t running_characters(const Story& story) {
  std::size_t count = 0;
  for (const Block& block : story.blocks)
    if (is_running_text(block.role) && !block.promised) count += count_characters(block.rows);
  return count;
}

void put_stand_ins(Story& story) {
  const bool open = story.expected > 0 && !PromiseChecker::has_come(story);
  for (Block& block : story.blocks) {
    if (!block.rows.empty() || block.expected == 0) continue;
    const auto count = static_cast<std::size_t>(block.expected);
    Wheel words(copy_words);
    block.rows.push_back(runs(block.role) ? text_of(paragraph_of(words, count), block.at) : stand_in_head(count, block.at));
    block.promised = true;
  }
  if (!open) return;
  for (Text& paragraph : stand_in_copy(static_cast<std::size_t>(story.expected), story.at)) {
    Block block{Role::paragraph, {}, {}, {}, story.at};
    block.rows.push_back(std::move(paragraph));
    block.promised = true;
    story.blocks.push_back(std::move(block));
  }
}

void check_promises(const Issue& issue, StandIns which, Report& report) {
  PromiseChecker checker(which, report);
  for (const Page& page : issue.pages)
    for (const Story& story : page.stories) checker.check(story);
}

std::string promise_label(int characters) { return "留版 " + std::to_string(characters) + "字"; }

std::string promise_label(const Picture& picture) {
  const std::string aspect = std::to_string(picture.aspect_width) + ":" + std::to_string(picture.aspect_height);
  return picture.aspect_width == 0 ? "留版 图" : "留版 图 " + aspect;
}

Length label_size(Length em, Length width) {
  constexpr Ratio large{15'000}, room_for_large{120'000};  // em
  return width >= em * room_for_large ? em * large : em;
}

Style label_style(const Style& base, Length size) {
  Style style;
  style.name = "promise-label";
  style.face = base.face;
  style.latin_face = base.latin_face;
  style.size = size;
  style.align = Align::center;
  style.at = base.at;
  return style;
}

}  // namespace paiban::document
