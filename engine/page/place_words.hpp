#pragma once
// Places on the page in the trade's words: 一版 头条 第2栏 第14行.

#include <string>
#include <string_view>

#include "document/plan.hpp"

namespace paiban::page {

/// 一版 … 十二版
[[nodiscard]] std::string page_words(int number);
/// 头条, 评论, 图片 …; for plain news the beginning of its headline in 《》.
[[nodiscard]] std::string story_words(const document::Plan& plan, const document::PlannedModule& module);

/// What a head is called in a message: its words; those of a stand-in are its label (留版 14字).
[[nodiscard]] std::string head_words(const document::PlannedText& head);

/// A stretch of text by its beginning and its end: 记者在会上…得到好评; whole where it is short.
[[nodiscard]] std::string both_ends(std::string_view text);

}  // namespace paiban::page
