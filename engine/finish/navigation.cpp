#include "finish/navigation.hpp"

#include <algorithm>
#include <vector>

#include "finish/pdf_values.hpp"

namespace paiban::finish {
namespace {

/// Bookmarks as the tree that their levels tell of: a bookmark's kids follow it, one level further in.
class Outline {
 public:
  Outline(QPDF& pdf, const Facts& facts) : pdf_(pdf), facts_(facts), pages_(pdf.getAllPages()) {}

  QPDFObjectHandle write() {
    QPDFObjectHandle root = pdf_.makeIndirectObject(dictionary({{"/Type", name("/Outlines")}}));
    add_kids(root, 0);
    return root;
  }

 private:
  /// Adds to `parent` the bookmarks from the next one on that are as far in as `level`, and what is in them.
  void add_kids(QPDFObjectHandle parent, int level) {
    std::size_t count = 0;
    QPDFObjectHandle before;
    while (next_ < facts_.bookmarks.size() && facts_.bookmarks[next_].level >= level) {
      QPDFObjectHandle item = pdf_.makeIndirectObject(item_of(facts_.bookmarks[next_++]));
      item.replaceKey("/Parent", parent);
      if (before.isInitialized()) {
        item.replaceKey("/Prev", before);
        before.replaceKey("/Next", item);
      } else {
        parent.replaceKey("/First", item);
      }
      add_kids(item, level + 1);
      if (item.hasKey("/Count")) count += static_cast<std::size_t>(item.getKey("/Count").getIntValue());
      ++count;
      before = item;
    }
    if (count == 0) return;
    parent.replaceKey("/Last", before);
    parent.replaceKey("/Count", integer(count));  // above zero: open
  }

  [[nodiscard]] QPDFObjectHandle item_of(const Bookmark& bookmark) const {
    return dictionary({{"/Title", text(bookmark.title)},
                       {"/Dest", destination(pages_[bookmark.page], bookmark.at, facts_.pages[bookmark.page].height)}});
  }

  QPDF& pdf_;
  const Facts& facts_;
  std::vector<QPDFObjectHandle> pages_;
  std::size_t next_ = 0;
};

/// Each page has its own name, and no number is counted on: an issue may lack pages.
QPDFObjectHandle page_labels(const Facts& facts) {
  QPDFObjectHandle numbers = QPDFObjectHandle::newArray();
  for (std::size_t page = 0; page < facts.pages.size(); ++page) {
    numbers.appendItem(integer(page));
    numbers.appendItem(dictionary({{"/P", text(facts.pages[page].label)}}));
  }
  return dictionary({{"/Nums", numbers}});
}

}  // namespace

void write_navigation(QPDF& pdf, const Facts& facts) {
  QPDFObjectHandle catalogue = pdf.getRoot();
  catalogue.replaceKey("/Lang", text(facts.language));
  catalogue.replaceKey("/ViewerPreferences", dictionary({{"/DisplayDocTitle", QPDFObjectHandle::newBool(true)}}));
  catalogue.replaceKey("/PageLabels", page_labels(facts));
  if (facts.bookmarks.empty()) return;
  catalogue.replaceKey("/Outlines", Outline(pdf, facts).write());
  catalogue.replaceKey("/PageMode", name("/UseOutlines"));
}

}  // namespace paiban::finish
