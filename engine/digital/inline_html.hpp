#pragma once
// Text with its spans as HTML that is well-formed XML too.

#include <string>
#include <string_view>
#include <vector>

#include "digital/words.hpp"
#include "document/text.hpp"

namespace paiban::digital {

/// `text` between tags.
[[nodiscard]] std::string escaped(std::string_view text);

/// Emphasis, names, readings and so on as elements; links only where they lead to the web or to a mailbox. What is lost,
/// supplied, conjectured or odd keeps its mark and says in `title` what it is.
[[nodiscard]] std::string inline_html(const document::Text& text, const Words& words);

/// What is to be said of the words of a text for the record, a sentence each: “内容。”：据同题报道的另一次刊发补入.
[[nodiscard]] std::vector<std::string> record_of(const document::Text& text, const Words& words);

}  // namespace paiban::digital
