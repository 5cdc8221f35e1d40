#pragma once
// Every sentence the engine says about an issue, in English and Chinese. One row a trouble:
// a new Code is a new enumerator and a new row in the same order, and a test that brings it about.
//
// Numbers: 01 the file and its XML · 02 the vocabulary · 03 dates, numbers, the record · 04 templates
// 05 faces · 06 pictures · 07 composition · 08 the page · 09 input, output, the command line.
// "E" is an error, "W" a warning.

#include <algorithm>
#include <array>
#include <string_view>

#include "base/diagnostic.hpp"

namespace paiban {

enum class Code : std::uint16_t {
  // 01 the file and its XML
  xml_malformed,
  // 09 input, output, the command line
  cannot_read,
  cannot_write,
  // the command line, the data folder
  no_data_folder,
  bad_command_line,
  no_such_page,
  one_name_many_pages,
  already_there,
  internal_fault,
};

struct MessageRow {
  Code code;
  std::string_view name;
  Gravity gravity;
  std::string_view sentence_en, hint_en;
  std::string_view sentence_zh, hint_zh;
};

// clang-format off
inline constexpr auto messages = std::to_array<MessageRow>({
  {Code::xml_malformed, "E0101", Gravity::broken,
   "not well-formed XML: {0}", "mend the markup here; an XML editor shows the same place",
   "XML 不合规范：{0}", "请在此处修正标记；用 XML 编辑器打开可看到同一位置"},
  {Code::cannot_read, "E0901", Gravity::file,
   "cannot read {0}: {1}", "check the path and the permissions",
   "无法读取 {0}：{1}", "请检查路径和权限"},
  {Code::cannot_write, "E0902", Gravity::file,
   "cannot write {0}: {1}", "nothing was changed; free space or choose another folder with -o",
   "无法写入 {0}：{1}", "原文件未动；请清理磁盘或用 -o 另选位置"},
  {Code::no_data_folder, "E0950", Gravity::usage,
   "no templates and faces in {0}", "name the folder that holds templates/ and fonts/ with --data or PAIBAN_DATA",
   "{0} 中没有模板和字体", "请用 --data 或环境变量 PAIBAN_DATA 指明含 templates/ 和 fonts/ 的文件夹"},
  {Code::bad_command_line, "E0951", Gravity::usage,
   "{0}", "paiban {1}--help shows what can be said, with an example",
   "命令行有误：{0}", "paiban {1}--help 列出全部用法并附示例"},
  {Code::no_such_page, "E0952", Gravity::usage,
   "the issue holds no page {0}", "its pages are: {1}",
   "本期文件中没有第 {0} 版", "现有版面：{1}"},
  {Code::one_name_many_pages, "E0953", Gravity::usage,
   "{1} pages cannot all be written to {0}", "put %d, the page's number, into the name, as in -o page-%d.png, or choose one with --page",
   "{1} 个版面不能都写入 {0}", "请在文件名中用 %d 表示版次，如 -o page-%d.png，或用 --page 只选一个版面"},
  {Code::already_there, "E0954", Gravity::file,
   "{0} is there already", "nothing was changed; choose another name with -o, or move the old issue away first",
   "{0} 已经存在", "原文件未动；请用 -o 另取文件名，或先移走旧文件"},
  {Code::internal_fault, "E0999", Gravity::internal,
   "a fault of the program itself: {0}", "please report it, with the issue file",
   "程序内部错误：{0}", "请将此错误连同期刊文件报告给维护者"},
});
// clang-format on

static_assert(std::ranges::all_of(messages,
                                  [](const MessageRow& row) { return &row - messages.data() == static_cast<int>(row.code); }),
              "the rows stand in the order of the enumerators, none left out");

}  // namespace paiban
