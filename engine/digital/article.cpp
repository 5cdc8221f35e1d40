#include "digital/article.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.hpp"
#include "document/names.hpp"

namespace paiban::digital {
namespace {

using document::PlannedModule;
using document::Role;
using document::TextId;
using page::SetStory;

/// Between the rows of a head that stands in one line: as the trade quotes heads.
constexpr std::string_view row_gap = "　";
/// Of a story without heads: so much of its text is its title.
constexpr std::size_t title_characters = 20;

bool is_of_picture(Role role) { return role == Role::title || role == Role::caption || role == Role::credit; }

const SetStory* story_in(const std::vector<SetStory>& stories, std::string_view id) {
  const auto found = std::ranges::find(stories, id, &SetStory::id);
  return found == stories.end() ? nullptr : &*found;
}

void add_lines(const std::vector<page::SetLine>& lines, std::set<TextId>& texts) {
  for (const page::SetLine& line : lines) texts.insert(line.text);
}

/// The texts that a story shows on all its pages.
std::set<TextId> texts_shown(const std::vector<const SetStory*>& parts) {
  std::set<TextId> texts;
  for (const SetStory* part : parts) {
    for (const page::Head& head : part->heads) add_lines(head.rows, texts);
    for (const page::Leg& leg : part->legs) add_lines(leg.lines, texts);
  }
  return texts;
}

/// Whether paragraph `index` of the flow was cut as a whole.
bool is_cut(const std::vector<const SetStory*>& parts, std::size_t index) {
  return std::ranges::any_of(parts, [&](const SetStory* part) {
    return std::ranges::any_of(part->levers, [&](const page::Lever& lever) {
      return lever.kind == page::Lever::Kind::cut && static_cast<std::size_t>(lever.paragraph) == index + 1;
    });
  });
}

class Reader {
 public:
  explicit Reader(const Edition& edition) : edition_(edition) {}

  std::vector<Article> run() {
    for (std::size_t i = 0; i < edition_.plan.pages.size() && i < edition_.pages.size(); ++i) {
      const document::PlannedPage& planned = edition_.plan.pages[i];
      for (const PlannedModule& module : planned.modules) {
        const SetStory* set = story_in(edition_.pages[i].stories, module.story);
        if (set == nullptr) continue;
        if (module.continues)
          go_on(module, *set, planned.number);
        else
          begin(module, *set, planned.number);
        for (const SetStory& box : set->boxes)
          if (box.kind == document::StoryKind::filler && box.within == module.story) add_filler(box.id, planned.number);
      }
    }
    return std::move(articles_);
  }

 private:
  void begin(const PlannedModule& module, const SetStory& set, int page) {
    const std::vector<const SetStory*> parts = parts_of(module.story, &set);
    add(copy_of(module, set, parts), page);
  }

  void go_on(const PlannedModule& module, const SetStory& set, int page) {
    const auto article =
        std::ranges::find_if(articles_, [&](const Article& each) { return each.parts.front().id == module.story; });
    if (article == articles_.end()) return;
    Copy copy = copy_of(module, set, {&set});
    copy.heads.clear();
    article->parts.push_back(std::move(copy));
    article->pages.push_back(page);
  }

  void add_filler(const std::string& id, int page) {
    const auto& fillers = edition_.plan.fillers;
    const auto filler = std::ranges::find(fillers, id, &document::PlannedFiller::story);
    if (filler == fillers.end()) return;
    Copy copy;
    copy.id = id;
    copy.kind = document::StoryKind::filler;
    if (!filler->head.empty()) copy.heads.push_back(block_of(filler->head));
    for (const TextId text : filler->flow) copy.text.push_back(block_of({text}));
    add(std::move(copy), page);
  }

  void add(Copy copy, int page) {
    Article article;
    article.name = name_for(copy.id, page);
    article.title = title_of(copy);
    article.parts.push_back(std::move(copy));
    article.pages.push_back(page);
    articles_.push_back(std::move(article));
  }

  /// A story is one text wherever it stands.
  [[nodiscard]] std::vector<const SetStory*> parts_of(const std::string& id, const SetStory* first) const {
    std::vector<const SetStory*> parts{first};
    for (const page::ComposedPage& page : edition_.pages)
      for (const SetStory& story : page.stories)
        if (story.id == id && &story != first) parts.push_back(&story);
    return parts;
  }

  [[nodiscard]] Copy copy_of(const PlannedModule& module, const SetStory& set, const std::vector<const SetStory*>& parts) const {
    Copy copy;
    copy.id = module.story;
    copy.kind = module.kind;
    copy.picture = module.picture;
    copy.corrects = module.corrects;
    const std::set<TextId> shown = texts_shown(parts);
    for (const document::PlannedSlot& slot : module.slots) {
      if (slot.slot.role == Role::jump || slot.rows.empty()) continue;  // what a jump line says, links say
      Block block = block_of(rows_of(slot, shown));
      block.role = slot.slot.role;
      if (!is_empty(block)) list_for(block.role, copy).push_back(std::move(block));
    }
    if (!module.continues) copy.text = text_of(module, shown, parts);
    for (const PlannedModule& box : module.boxes)
      if (const SetStory* inner = story_in(set.boxes, box.story)) copy.boxes.push_back(copy_of(box, *inner, {inner}));
    return copy;
  }

  static std::vector<Block>& list_for(Role role, Copy& copy) {
    if (copy.picture && is_of_picture(role)) return copy.legend;
    return role == Role::staff ? copy.close : copy.heads;
  }

  /// 备用标题: the one that stands there.
  static const std::vector<TextId>& rows_of(const document::PlannedSlot& slot, const std::set<TextId>& shown) {
    for (const std::vector<TextId>& each : slot.alternatives)
      if (!each.empty() && shown.contains(each.front())) return each;
    return slot.rows;
  }

  [[nodiscard]] std::vector<Block> text_of(const PlannedModule& module, const std::set<TextId>& shown,
                                           const std::vector<const SetStory*>& parts) const {
    std::vector<Block> text;
    for (std::size_t i = 0; i < module.flow.size(); ++i) {
      TextId id = module.flow[i];
      if (!shown.contains(id)) {
        const auto shorter = std::ranges::find_if(module.may_go.shorter, [&](const document::ShorterText& each) {
          return each.paragraph == i && each.text && shown.contains(*each.text);
        });
        if (shorter != module.may_go.shorter.end())
          id = *shorter->text;
        else if (is_cut(parts, i))
          continue;
      }
      Block block = block_of({id});
      if (!is_empty(block)) text.push_back(std::move(block));
    }
    return text;
  }

  /// 留版: the words of stand-ins are nobody's.
  [[nodiscard]] Block block_of(const std::vector<TextId>& texts) const {
    Block block{edition_.plan.texts[texts.front()].role, {}};
    for (const TextId id : texts)
      if (!edition_.plan.texts[id].promised) block.rows.push_back(edition_.plan.texts[id].text);
    return block;
  }
  static bool is_empty(const Block& block) { return std::ranges::all_of(block.rows, &document::Text::empty); }

  /// The story's id where that will do; ids are unique, and no plain one begins with "_".
  [[nodiscard]] std::string name_for(const std::string& id, int page) const {
    return is_plain_name(id) ? id : fmt::format("_{}-{}", page, articles_.size() + 1);
  }

  [[nodiscard]] static std::string title_of(const Copy& copy) {
    for (const Role role : {Role::headline, Role::title, Role::logo, Role::label, Role::kicker})
      for (const std::vector<Block>* blocks : {&copy.heads, &copy.legend})
        for (const Block& block : *blocks)
          if (block.role == role) return line_of(block);
    for (const std::vector<Block>* blocks : {&copy.text, &copy.legend, &copy.heads})
      if (!blocks->empty()) return beginning_of(line_of(blocks->front()));
    if (copy.picture && !copy.picture->description.empty()) return beginning_of(copy.picture->description);
    for (const Copy& box : copy.boxes) return title_of(box);
    return copy.id;
  }

  static std::string beginning_of(const std::string& line) {
    std::size_t end = 0;
    for (std::size_t n = 0; n < title_characters && end < line.size(); ++n) {
      ++end;
      while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;
    }
    return end == line.size() ? line : line.substr(0, end) + "…";
  }

  const Edition& edition_;
  std::vector<Article> articles_;
};

}  // namespace

std::vector<Article> articles_of(const Edition& edition) { return Reader(edition).run(); }

const Article* article_of(const std::vector<Article>& articles, std::string_view id) {
  const auto found = std::ranges::find_if(articles, [&](const Article& each) { return each.parts.front().id == id; });
  return found == articles.end() ? nullptr : &*found;
}

bool is_plain_name(std::string_view id) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  constexpr std::size_t longest = 64;
  return !id.empty() && id.size() <= longest && id.front() != '_' && id.find_first_not_of(plain) == std::string_view::npos;
}

std::string line_of(const Block& block) {
  std::string line;
  for (const document::Text& row : block.rows) {
    if (!line.empty() && !row.empty()) line += row_gap;
    line += row.utf8;
  }
  return line;
}

}  // namespace paiban::digital
