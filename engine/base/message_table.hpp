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
});
// clang-format on

static_assert(std::ranges::all_of(messages,
                                  [](const MessageRow& row) { return &row - messages.data() == static_cast<int>(row.code); }),
              "the rows stand in the order of the enumerators, none left out");

}  // namespace paiban
