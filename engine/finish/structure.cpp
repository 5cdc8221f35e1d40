#include "finish/structure.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "paint/extents.hpp"

namespace paiban::finish {
namespace {

using paint::Content;
using paint::Part;
using paint::Tag;

// What is said of a picture that nobody described: a reader must say something of it.
constexpr const char* undescribed = "图片";

using Items = std::span<const paint::Item>;

/// A story, gathered from all of its pages.
struct Article {
  ElementId element = 0;
  int depth = 0;                        // in other stories
  std::optional<ElementId> list, item;  // that its paragraphs are in; of the item, its body
  std::vector<ElementId> pictures;      // that wait for the end of its head
  std::vector<Destination> parts;       // a page each

  void reach(std::size_t page, const Box& box) {
    if (parts.empty() || parts.back().page != page) parts.push_back({page, {box.x, box.y}});
    Point& corner = parts.back().at;
    corner = {std::min(corner.x, box.x), std::min(corner.y, box.y)};
  }
};

/// A jump line on its page; where it leads is known when all pages are.
struct Jump {
  std::string story;
  bool begins = false;  // its page's part of the story: it comes from somewhere
  StructureLink link;
};

StructureType heading(int depth) {
  constexpr int deepest = 2;
  return static_cast<StructureType>(static_cast<int>(StructureType::heading_1) + std::min(depth, deepest));
}

std::string words_of(Items items) {
  std::string words;
  for (const paint::Item& item : items)
    if (const auto* run = std::get_if<paint::GlyphRun>(&item)) words += run->text;
  return words;
}

class Builder {
 public:
  Builder() { structure_.elements.push_back({StructureType::document, 0, {}, {}, {}}); }

  void page(const paint::DisplayList& list, const std::string& title) {
    page_ = structure_.pages.size();
    structure_.pages.emplace_back();
    read_ = 0;
    sheet_ = add(StructureType::section, 0);
    structure_.elements[sheet_].title = title;
    open_ = {{Part::furniture, sheet_, {}}};
    const Items items(list.items);
    std::size_t next = 0;
    for (const paint::Stretch& stretch : paint::stretches_of(list)) {
      for (; next < stretch.first; ++next) turn(std::get<Tag>(items[next]));
      next = stretch.last;
      mark(stretch.content, items.subspan(stretch.first, stretch.last - stretch.first));
    }
    for (; next < items.size(); ++next) turn(std::get<Tag>(items[next]));
  }

  [[nodiscard]] Structure take() {
    for (Jump& jump : jumps_) settle(std::move(jump));
    drop_empty();
    return std::move(structure_);
  }

 private:
  /// A tag that is open, and the element that its content goes to.
  struct Open {
    Part part{};
    ElementId element = 0;
    std::string name;
  };

  // ---- elements ----

  ElementId make(StructureType type, ElementId parent) {
    structure_.elements.push_back({type, parent, {}, {}, {}});
    return structure_.elements.size() - 1;
  }
  ElementId add(StructureType type, ElementId parent) {
    const ElementId id = make(type, parent);
    structure_.elements[parent].kids.emplace_back(id);
    return id;
  }
  /// Of a head its own element; of a text that goes on the one that it began.
  ElementId text(const Tag& tag, StructureType type, ElementId parent) {
    if (tag.text == paint::no_text) return add(type, parent);
    const auto known = texts_.find(tag.text);
    return known != texts_.end() ? known->second : texts_[tag.text] = add(type, parent);
  }

  // ---- tags ----

  void turn(const Tag& tag) {
    if (tag.opens) {
      const ElementId element = enter(tag);
      open_.push_back({tag.part, element, tag.name});
      return;
    }
    open_.pop_back();
    if (tag.part != Part::story) return;
    end_head();
    stories_.pop_back();
  }

  /// The element that takes what `tag` opens.
  ElementId enter(const Tag& tag) {
    const ElementId around = open_.back().element;
    switch (tag.part) {
      case Part::furniture:
        return around;
      case Part::nameplate:
        return add(StructureType::paragraph, sheet_);
      case Part::story:
        return enter_story(tag.name, around);
      case Part::leg:
        end_head();
        return around;
      case Part::heading:
        return add(heading(depth()), around);
      case Part::subheading:
        end_list();
        return text(tag, heading(depth() + 1), around);
      case Part::paragraph:
        return text(tag, StructureType::paragraph, body(around));
      case Part::line:
        if (tag.text != paint::no_text) end_list();
        return text(tag, StructureType::paragraph, around);
      case Part::list_heading:
        if (!texts_.contains(tag.text)) begin_item(around);
        return text(tag, StructureType::paragraph, body(around));
      case Part::list_item:
        if (!texts_.contains(tag.text)) texts_[tag.text] = begin_item(around);
        return texts_.at(tag.text);
      case Part::caption:
        end_head();
        return add(StructureType::caption, around);
      case Part::jump:
        return add(StructureType::link, add(StructureType::paragraph, around));
      case Part::link:
        return add(StructureType::link, around);
    }
    return around;
  }

  ElementId enter_story(const std::string& name, ElementId around) {
    end_head();
    auto found = articles_.find(name);
    if (found == articles_.end()) {
      Article article;
      article.depth = static_cast<int>(stories_.size());
      article.element = add(stories_.empty() ? StructureType::article : StructureType::section, around);
      found = articles_.emplace(name, std::move(article)).first;
    }
    stories_.push_back(name);
    return found->second.element;
  }

  [[nodiscard]] Article* story() { return stories_.empty() ? nullptr : &articles_.at(stories_.back()); }
  [[nodiscard]] int depth() { return stories_.empty() ? 0 : story()->depth; }

  /// Pictures are painted first, and read after the head.
  void end_head() {
    Article* article = story();
    if (article == nullptr) return;
    for (const ElementId picture : std::exchange(article->pictures, {}))
      structure_.elements[article->element].kids.emplace_back(picture);
  }

  /// The body of a new item, in the list that is open or a new one.
  ElementId begin_item(ElementId around) {
    Article* article = story();
    if (article == nullptr) return around;
    if (!article->list) article->list = add(StructureType::list, around);
    return *(article->item = add(StructureType::list_body, add(StructureType::list_item, *article->list)));
  }
  [[nodiscard]] ElementId body(ElementId around) {
    const Article* article = story();
    return article != nullptr ? article->item.value_or(around) : around;
  }
  void end_list() {
    if (Article* article = story()) article->list = article->item = std::nullopt;
  }

  // ---- content ----

  void mark(Content content, Items items) {
    const Box box = paint::extent_of(items).value_or(Box{});
    if (Article* article = story()) article->reach(page_, box);
    const Open& open = open_.back();
    const ElementId element = content == Content::figure ? figure(std::get<paint::PictureItem>(items.front())) : open.element;
    structure_.pages.back().push_back({content, element});
    if (!is_read(content)) return;
    structure_.elements[element].kids.emplace_back(Piece{page_, read_++});
    StructureLink link{element, {page_, box}, words_of(items), open.name};
    if (open.part == Part::link) structure_.links.push_back(std::move(link));
    if (open.part == Part::jump) jump(std::move(link));
  }

  ElementId figure(const paint::PictureItem& picture) {
    Article* article = story();
    const ElementId id = article != nullptr ? make(StructureType::figure, article->element) : add(StructureType::figure, sheet_);
    if (article != nullptr) article->pictures.push_back(id);
    structure_.elements[id].description = picture.description.empty() ? undescribed : picture.description;
    structure_.elements[id].place = {page_, picture.box};
    return id;
  }

  // ---- jump lines ----

  void jump(StructureLink link) {
    if (stories_.empty()) return;
    const bool first = std::ranges::none_of(
        jumps_, [this](const Jump& other) { return other.story == stories_.back() && other.link.place.page == page_; });
    jumps_.push_back({stories_.back(), first, std::move(link)});
  }

  /// On its first page a story's jump line leads to the next, on its last to the one before; between them the first line leads
  /// back and the other one ahead.
  void settle(Jump jump) {
    const std::vector<Destination>& parts = articles_.at(jump.story).parts;
    const auto here = std::ranges::find(parts, jump.link.place.page, &Destination::page);
    const bool first = here == parts.begin(), last = here + 1 == parts.end();
    if (first && last) return;  // the editor's own line: the other page is not in this file
    jump.link.target = last || (!first && jump.begins) ? *(here - 1) : *(here + 1);
    structure_.links.push_back(std::move(jump.link));
  }

  // ---- what has nothing in it ----

  void drop_empty() {
    std::vector<StructureElement>& all = structure_.elements;
    for (ElementId id = all.size(); id-- > 0;)  // kids come after their parents
      std::erase_if(all[id].kids, [&all](const auto& kid) {
        const ElementId* element = std::get_if<ElementId>(&kid);
        return element != nullptr && all[*element].kids.empty();
      });
  }

  Structure structure_;
  std::size_t page_ = 0;
  int read_ = 0;         // pieces of the page that are read
  ElementId sheet_ = 0;  // the page's own element
  std::vector<Open> open_;
  std::vector<std::string> stories_;          // open ones, the innermost last
  std::map<std::string, Article> articles_;   // by their tags' names
  std::map<std::uint32_t, ElementId> texts_;  // by Tag::text
  std::vector<Jump> jumps_;
};

}  // namespace

const char* name_of(StructureType type) {
  switch (type) {
    case StructureType::document:
      return "Document";
    case StructureType::section:
      return "Sect";
    case StructureType::article:
      return "Art";
    case StructureType::heading_1:
      return "H1";
    case StructureType::heading_2:
      return "H2";
    case StructureType::heading_3:
      return "H3";
    case StructureType::paragraph:
      return "P";
    case StructureType::list:
      return "L";
    case StructureType::list_item:
      return "LI";
    case StructureType::list_body:
      return "LBody";
    case StructureType::figure:
      return "Figure";
    case StructureType::caption:
      return "Caption";
    case StructureType::link:
      return "Link";
  }
  return "Span";
}

Structure structure_of(std::span<const paint::DisplayList> pages, std::span<const std::string> titles) {
  Builder builder;
  for (std::size_t i = 0; i < pages.size(); ++i) builder.page(pages[i], i < titles.size() ? titles[i] : std::string());
  return builder.take();
}

}  // namespace paiban::finish
