#pragma once
// An issue of the paper as the editor declared it. The vocabulary is described in issues/README.md.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "base/source.hpp"
#include "document/provenance.hpp"
#include "document/text.hpp"
#include "document/wishes.hpp"

namespace paiban::document {

/// A civil date of the Gregorian calendar.
struct Date {
  int year = 0, month = 0, day = 0;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// What a block of text is on the page.
enum class Role : std::uint8_t {
  label,      ///< 栏目: column label over a headline
  kicker,     ///< 引题
  headline,   ///< 主题
  deck,       ///< 副题
  digest,     ///< 提要
  byline,     ///< 作者, on a line of its own
  paragraph,  ///< 正文
  list_head,  ///< head of an item in a list
  subhead,    ///< 小标题
  note,       ///< 编者按
  logo,       ///< 栏花: the column's logo beside a headline
  title,      ///< a picture's title
  caption,    ///< 图片说明
  credit,     ///< 署名 of a picture
  jump,       ///< 下转, 上接
  staff,      ///< 责编／版式／校对
};

/// A block: one text, or for heads one text a row.
struct Block {
  Role role{};
  std::vector<Text> rows;
  std::string by;     ///< byline's or credit's role: 记者, 通讯员, 摄影 …; may be empty
  std::string style;  ///< asked for by name; empty: the role's own
  SourcePlace at;
  int expected = 0;                               ///< 留版: so many characters are promised; 0: none are
  bool promised = false;                          ///< its rows stand in for copy that has not come
  std::vector<std::vector<Text>> alternatives{};  ///< 备用标题 of a headline, in the editor's order: the rows of each
};

/// What a story is. All but the first few are set plainly, as a headline over running text.
enum class StoryKind : std::uint8_t {
  news,
  lead,           ///< 头条
  commentary,     ///< 评论
  box,            ///< 围框 inside a story
  picture,        ///< 图片 with title, caption, credit
  picture_news,   ///< 图片新闻
  ear,            ///< 报眼
  guide,          ///< 导读
  related,        ///< 链接
  name_list,      ///< 名单
  correction,     ///< 更正
  filler,         ///< 补白
  advertisement,  ///< 广告
  weather,        ///< 天气
  code,           ///< 二维码
};

/// A picture: a file below the issue's folder, never outside.
struct Picture {
  std::string source;                    ///< as written; empty where only its place is declared
  std::filesystem::path file;            ///< resolved and inside the issue's folder; empty where there is none to use
  std::string description;               ///< alternative text
  Ratio focus_x{5'000}, focus_y{5'000};  ///< the point that a crop keeps, as a share of width and height
  bool stand_in = false;                 ///< declared as standing for a picture that is lost or to come
  int pixel_width = 0,
      pixel_height = 0;  ///< read from the file when the pictures are inspected; 0 before, and where there is none
  SourcePlace at;
  bool expected = false;  ///< 留版: declared before it came
  int aspect_width = 0,
      aspect_height = 0;  ///< promised: 3 and 2 of "3:2"; 0: not said

  /// Declared, and not come.
  [[nodiscard]] bool promised() const { return expected && source.empty(); }
};

/// 更正: what a correction puts right: a story of an issue, or the issue where no story is named.
struct Corrected {
  int number = 0;            ///< 总第N期; 0: named by its date
  std::optional<Date> date;  ///< none: named by its number
  std::string story;         ///< id; may be empty
};

/// 补白: a story that stands nowhere of itself, and where it may be used.
enum class Spare : std::uint8_t { no, on_its_page, anywhere };

struct Story {
  std::string id;  ///< unique in the issue; made from the order where none is given
  StoryKind kind{};
  std::string region;         ///< id of the template's region; may be empty: the engine reports it
  std::vector<Block> blocks;  ///< in reading order
  std::optional<Picture> picture;
  std::vector<Story> boxes;  ///< stories inside this one
  Wishes wishes;             ///< of its place, for the make-up
  SourcePlace at;
  int expected = 0;                    ///< 留版: so many characters of running text are promised; 0: none are
  std::vector<std::string> further{};  ///< other regions of the page in which its text goes on, in order
  bool continues = false;              ///< 接转: it is where the story `id` of an earlier page goes on, with heads of its own
  Spare spare = Spare::no;
  std::optional<Corrected> corrects{};  ///< of a correction that says so
};

struct Page {
  int number = 0;
  bool held = true;   ///< false: printed, but not in this file
  std::string title;  ///< 版名, for the folio line: 要闻
  std::string staff;  ///< 责编, 版式 …, for the folio line
  std::vector<Story> stories;
  SourcePlace at;
};

/// One part of the masthead (报头), by its element's name: "organ", "publisher", "nameplate", "lunar", "number", "pages",
/// "weekday", "strip".
struct MastheadPart {
  std::vector<Text> texts;  ///< several for the items of a strip
  std::optional<Picture> artwork;
  SourcePlace at;
};

struct Issue {
  std::filesystem::path file, folder;
  std::string paper;        ///< 报名
  std::string template_id;  ///< with its version, or not: template_store.hpp
  std::string variant;      ///< day variant of the template: "", "festive", "mourning"
  Date date;
  SourcePlace date_at;
  int number = 0;      ///< 总第N期; 0: not declared
  int page_count = 0;  ///< 今日N版; 0: not declared
  std::map<std::string, MastheadPart, std::less<>> masthead;
  std::vector<Page> pages;  ///< by number
  SourcePlace at;
  std::vector<std::string> files{};  ///< the usable ones that it names, pictures and copy: below `folder`, each once
  Provenance provenance{};
};

}  // namespace paiban::document
