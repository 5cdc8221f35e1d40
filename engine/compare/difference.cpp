#include "compare/difference.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.hpp"
#include "compare/edits.hpp"
#include "compare/tokens.hpp"

namespace paiban::compare {
namespace {

constexpr std::size_t least_kept = 2;      // tokens between two changes: fewer are read with them
constexpr std::size_t context_tokens = 6;  // as many as tell the place on a galley

/// Equal things have equal numbers, counted from 0.
template <typename T>
class Numbering {
 public:
  std::uint32_t of(const T& thing) {
    return numbers_.try_emplace(thing, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::map<T, std::uint32_t> numbers_;
};

bool same_place(const Line& a, const Line& b) { return a.at == b.at && a.spot.page == b.spot.page; }
bool same_setting(const Line& a, const Line& b) {
  return a.set == b.set && a.size == b.size && a.tracking == b.tracking && a.style == b.style;
}

LineChange moved(const Line& was, const Line& now) {
  return {LineChange::Kind::moved, now.text,     was.spot,    now.spot, now.at.x - was.at.x,
          now.at.y - was.at.y,     was.tracking, now.tracking};
}
LineChange reset(const Line& was, const Line& now) {
  return {LineChange::Kind::reset, now.text, was.spot, now.spot, {}, {}, was.tracking, now.tracking};
}
LineChange alone(LineChange::Kind kind, const Line& line) {
  const bool gone = kind == LineChange::Kind::gone;
  LineChange change{kind, line.text, std::nullopt, std::nullopt, {}, {}, line.tracking, line.tracking};
  (gone ? change.was : change.now) = line.spot;
  return change;
}

/// How the lines of one text changed; counts those that did not.
std::vector<LineChange> compare_lines(std::span<const Line> was, std::span<const Line> now, int& unchanged) {
  Numbering<std::pair<std::string, std::string>> numbers;  // by role and words
  const auto numbered = [&numbers](std::span<const Line> lines) {
    std::vector<std::uint32_t> all;
    for (const Line& line : lines) all.push_back(numbers.of({line.spot.role, line.text}));
    return all;
  };
  std::vector<LineChange> changes;
  std::size_t i = 0, j = 0;
  const auto keep_until = [&](std::size_t old_end) {
    for (; i < old_end; ++i, ++j) {
      if (!same_place(was[i], now[j])) {
        changes.push_back(moved(was[i], now[j]));
      } else if (!same_setting(was[i], now[j])) {
        changes.push_back(reset(was[i], now[j]));
      } else {
        ++unchanged;
      }
    }
  };
  for (const Edit& edit : edits_between(numbered(was), numbered(now))) {
    keep_until(edit.old_first);
    for (; j < edit.new_last; ++j, i += i < edit.old_last ? 1 : 0) {
      LineChange change = alone(LineChange::Kind::rebroken, now[j]);
      if (i < edit.old_last && same_place(was[i], now[j])) change.was = was[i].spot;  // reworded, if a word in it was changed
      changes.push_back(std::move(change));
    }
    for (; i < edit.old_last; ++i) changes.push_back(alone(LineChange::Kind::gone, was[i]));
  }
  keep_until(was.size());
  return changes;
}

std::string joined(std::span<const Token> tokens) {
  std::string text;
  for (const Token& token : tokens) {
    const bool word_after_word = !text.empty() && static_cast<unsigned char>(text.back()) < 0x80 && text.back() != ' ' &&
                                 static_cast<unsigned char>(token.text.front()) < 0x80;
    text += (word_after_word ? " " : "") + token.text;
  }
  return text;
}

/// Where the token `index` begins; past the last one, where that stands.
Spot spot_of(std::span<const Line> lines, std::span<const Token> tokens, std::size_t index) {
  if (lines.empty()) return {};
  if (tokens.empty()) return lines.front().spot;
  return lines[tokens[std::min(index, tokens.size() - 1)].line].spot;
}

std::vector<WordChange> compare_words(std::span<const Line> was, std::span<const Line> now, const std::set<std::string>& names) {
  const std::vector<Token> old_tokens = tokens_of(was, names), new_tokens = tokens_of(now, names);
  Numbering<std::string> numbers;
  const auto numbered = [&numbers](const std::vector<Token>& tokens) {
    std::vector<std::uint32_t> all;
    for (const Token& token : tokens) all.push_back(numbers.of(token.text));
    return all;
  };
  const std::span<const Token> old_all(old_tokens), new_all(new_tokens);
  std::vector<WordChange> changes;
  for (const Edit& edit : joined_edits(edits_between(numbered(old_tokens), numbered(new_tokens)), least_kept)) {
    const std::size_t before = std::min(context_tokens, edit.new_first);
    changes.push_back({joined(new_all.subspan(edit.new_first - before, before)),
                       joined(new_all.subspan(edit.new_last, std::min(context_tokens, new_all.size() - edit.new_last))),
                       joined(old_all.subspan(edit.old_first, edit.old_last - edit.old_first)),
                       joined(new_all.subspan(edit.new_first, edit.new_last - edit.new_first)),
                       spot_of(was, old_all, edit.old_first), spot_of(now, new_all, edit.new_first)});
  }
  return changes;
}

/// A story's lines, head by head and the running text: words of a headline do not become words of the text.
std::map<std::string, std::vector<Line>> by_role(const Story& story) {
  std::map<std::string, std::vector<Line>> parts;
  for (const Line& line : story.lines) parts[line.spot.role].push_back(line);
  return parts;
}

int page_of(const Story& story) { return story.lines.empty() ? 0 : story.lines.front().spot.page; }

/// A line that takes the place of another is reworded where one of the changed words stands in it, else broken anew.
void find_reworded(const std::vector<WordChange>& words, std::vector<LineChange>& lines) {
  for (LineChange& line : lines) {
    const bool changed = std::ranges::any_of(
        words, [&line](const WordChange& word) { return word.now_at == line.now || word.was_at == line.was; });
    if (line.kind == LineChange::Kind::rebroken && line.was && changed) line.kind = LineChange::Kind::reworded;
    if (line.kind == LineChange::Kind::rebroken) line.was.reset();
  }
}

StoryChange compare_stories(const Story& was, const Story& now, const std::set<std::string>& names, int& unchanged) {
  StoryChange change{StoryChange::Kind::kept, now.id, now.kind, now.headline(), page_of(was), page_of(now), {}, {}};
  auto old_parts = by_role(was), new_parts = by_role(now);
  std::set<std::string> roles;
  for (const auto* parts : {&old_parts, &new_parts})
    for (const auto& part : *parts) roles.insert(part.first);
  for (const std::string& role : roles) {
    const std::vector<Line>&old_lines = old_parts[role], &new_lines = new_parts[role];
    std::ranges::move(compare_words(old_lines, new_lines, names), std::back_inserter(change.words));
    std::ranges::move(compare_lines(old_lines, new_lines, unchanged), std::back_inserter(change.lines));
  }
  find_reworded(change.words, change.lines);
  return change;
}

StoryChange lone_story(StoryChange::Kind kind, const Story& story) {
  const bool gone = kind == StoryChange::Kind::gone;
  const int page = page_of(story);
  StoryChange change{kind, story.id, story.kind, story.headline(), gone ? page : 0, gone ? 0 : page, {}, {}};
  for (const Line& line : story.lines)
    change.lines.push_back(alone(gone ? LineChange::Kind::gone : LineChange::Kind::added, line));
  return change;
}

struct Placed {
  const Story* story;
  int page;
  bool met = false;
};

std::vector<Placed> stories_of(const Printed& printed) {
  std::vector<Placed> all;
  for (const Page& page : printed.pages)
    for (const Story& story : page.stories) all.push_back({&story, page.number});
  return all;
}

/// The story of the old printing that `now` was: of its id, on its page rather than elsewhere.
Placed* former(std::vector<Placed>& was, const Placed& now) {
  Placed* elsewhere = nullptr;
  for (Placed& old : was) {
    if (old.met || old.story->id != now.story->id) continue;
    if (old.page == now.page) return &old;
    if (elsewhere == nullptr) elsewhere = &old;
  }
  return elsewhere;
}

void compare_all_stories(const Printed& was, const Printed& now, Difference& difference) {
  std::set<std::string> names = was.names;
  names.insert(now.names.begin(), now.names.end());
  std::vector<Placed> old_stories = stories_of(was);
  for (const Placed& placed : stories_of(now)) {
    Placed* old = former(old_stories, placed);
    StoryChange change = old == nullptr ? lone_story(StoryChange::Kind::added, *placed.story)
                                        : compare_stories(*old->story, *placed.story, names, difference.unchanged);
    if (old != nullptr) old->met = true;
    if (old == nullptr || !change.words.empty() || !change.lines.empty()) difference.stories.push_back(std::move(change));
  }
  for (const Placed& old : old_stories)
    if (!old.met) difference.stories.push_back(lone_story(StoryChange::Kind::gone, *old.story));
}

std::vector<PictureChange> compare_pictures(const Page& was, const Page& now) {
  std::vector<PictureChange> changes;
  std::vector<Picture> left = was.pictures;
  for (const Picture& picture : now.pictures) {
    const auto old = std::ranges::find(left, picture.story, &Picture::story);
    const std::optional<Box> box = old == left.end() ? std::nullopt : std::optional(old->box);
    if (old != left.end()) left.erase(old);
    if (box != picture.box) changes.push_back({picture.story, now.number, box, picture.box});
  }
  for (const Picture& picture : left) changes.push_back({picture.story, now.number, picture.box, std::nullopt});
  return changes;
}

/// How many boxes of either list are not in the other.
int count_unmatched(std::vector<Box> was, const std::vector<Box>& now) {
  int added = 0;
  for (const Box& box : now) {
    const auto old = std::ranges::find(was, box);
    if (old == was.end())
      ++added;
    else
      was.erase(old);
  }
  return std::max(added, static_cast<int>(was.size()));
}

const Page* page_numbered(const Printed& printed, int number) {
  const auto found = std::ranges::find(printed.pages, number, &Page::number);
  return found == printed.pages.end() ? nullptr : &*found;
}

PageChange compare_pages(const Page& was, const Page& now, int& unchanged) {
  PageChange change;
  change.number = now.number;
  change.size = was.width != now.width || was.height != now.height;
  change.rules = count_unmatched(was.rules, now.rules);
  change.words = compare_words(was.furniture, now.furniture, {});
  change.furniture = compare_lines(was.furniture, now.furniture, unchanged);
  find_reworded(change.words, change.furniture);
  change.pictures = compare_pictures(was, now);
  return change;
}

int count_lines(const Printed& printed) {
  std::size_t lines = 0;
  for (const Page& page : printed.pages) {
    lines += page.furniture.size();
    for (const Story& story : page.stories) lines += story.lines.size();
  }
  return static_cast<int>(lines);
}

void count(const std::vector<LineChange>& lines, Difference& difference) {
  const auto reworded = static_cast<int>(std::ranges::count(lines, LineChange::Kind::reworded, &LineChange::kind));
  difference.reworded += reworded;
  difference.moved += static_cast<int>(lines.size()) - reworded;
}

}  // namespace

Difference compare(const Printed& was, const Printed& now) {
  Difference difference;
  difference.pages = static_cast<int>(now.pages.size());
  difference.lines = count_lines(was);
  if (!now.pages.empty()) difference.row = now.pages.front().row;
  for (const Page& page : now.pages) {
    const Page* old = page_numbered(was, page.number);
    PageChange change;
    if (old != nullptr) change = compare_pages(*old, page, difference.unchanged);
    change.number = page.number;
    change.added = old == nullptr;
    if (change.any()) difference.pages_changed.push_back(std::move(change));
  }
  for (const Page& page : was.pages) {
    if (page_numbered(now, page.number) != nullptr) continue;
    PageChange change;
    change.number = page.number;
    change.gone = true;
    difference.pages_changed.push_back(std::move(change));
  }
  compare_all_stories(was, now, difference);
  for (const StoryChange& story : difference.stories) count(story.lines, difference);
  for (const PageChange& page : difference.pages_changed) count(page.furniture, difference);
  return difference;
}

}  // namespace paiban::compare
