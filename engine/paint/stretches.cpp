#include "paint/stretches.hpp"

#include <utility>
#include <variant>

namespace paiban::paint {
namespace {

/// Whether what stands in a `part` is read, dots and lines beside the text included.
bool is_read(Part part) {
  switch (part) {
    case Part::furniture:
    case Part::story:
    case Part::leg:
      return false;
    case Part::nameplate:
    case Part::heading:
    case Part::subheading:
    case Part::paragraph:
    case Part::line:
    case Part::list_heading:
    case Part::list_item:
    case Part::caption:
    case Part::jump:
    case Part::link:
      return true;
  }
  return false;
}

class Divider {
 public:
  [[nodiscard]] std::vector<Stretch> divide(const std::vector<Item>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (const auto* tag = std::get_if<Tag>(&items[i]))
        turn(*tag);
      else
        add(i, content_of(items[i]));
    }
    return std::move(stretches_);
  }

 private:
  void turn(const Tag& tag) {
    if (tag.opens)
      open_.push_back(tag.part);
    else if (!open_.empty())
      open_.pop_back();
    begin_ = true;
  }

  [[nodiscard]] Content content_of(const Item& item) const {
    const bool furniture = !open_.empty() && open_.back() == Part::furniture;
    if (furniture) return Content::pagination;
    if (std::holds_alternative<PictureItem>(item)) return Content::figure;
    if (!open_.empty() && is_read(open_.back())) return Content::text;
    return std::holds_alternative<Fill>(item) ? Content::background : Content::layout;
  }

  void add(std::size_t item, Content content) {
    if (begin_ || content == Content::figure || stretches_.back().content != content) stretches_.push_back({item, item, content});
    stretches_.back().last = item + 1;
    begin_ = false;
  }

  std::vector<Stretch> stretches_;
  std::vector<Part> open_;
  bool begin_ = true;
};

}  // namespace

std::vector<Stretch> stretches_of(const DisplayList& page) { return Divider().divide(page.items); }

}  // namespace paiban::paint
