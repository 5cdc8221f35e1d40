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
  // 05 faces
  face_unreadable,
  face_malformed,
  face_differs,
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
  {Code::face_unreadable, "E0510", Gravity::file,
   "the face {0} cannot be opened: {1}: {2}", "put the file back, or change its entry in fonts/catalogue.xml",
   "字体 {0} 打不开：{1}：{2}", "请放回该字体文件，或修改 fonts/catalogue.xml 中的条目"},
  {Code::face_malformed, "E0511", Gravity::file,
   "the face {0} is not an outline font: {1}", "give the entry in fonts/catalogue.xml a TrueType or OpenType file, and of a collection the right index",
   "字体 {0} 不是可用的轮廓字体：{1}", "请在 fonts/catalogue.xml 中指定 TrueType 或 OpenType 文件；字体集须写明序号"},
  {Code::face_differs, "E0512", Gravity::broken,
   "the face {0} is not the file that the catalogue names: {1} has SHA-256 {3}, not {2}", "put the right file back; if the newsroom has changed the face on purpose, write its new sum into fonts/catalogue.xml",
   "字体 {0} 与字体目录不符：{1} 的 SHA-256 是 {3}，应为 {2}", "请放回原字体文件；若有意更换字体，请把新的校验值写入 fonts/catalogue.xml"},
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
