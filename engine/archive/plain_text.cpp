#include "archive/plain_text.hpp"

namespace paiban::archive {

std::string plain_text(const ReadPage& page) {
  std::string text;
  for (const ReadBlock& block : page.furniture.blocks) text += text_of(block) + "\n";
  for_each_article(page.articles, [&](const Article& article) {
    if (!text.empty()) text += "\n";
    bool first = true;
    for_each_block(article, [&](const ReadBlock& block) {
      // What goes on from one leg to the next is one paragraph.
      if (block.resumed && !first) text.pop_back();
      if (block.resumed && !first && block.lines.front().space_before) text += " ";
      text += text_of(block) + "\n";
      first = false;
    });
  });
  return text;
}

}  // namespace paiban::archive
