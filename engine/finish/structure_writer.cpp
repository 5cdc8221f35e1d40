#include "finish/structure_writer.hpp"

#include <qpdf/Buffer.hh>
#include <utility>
#include <vector>

#include "finish/deflate.hpp"
#include "finish/marked_content.hpp"
#include "finish/pdf_document.hpp"
#include "finish/pdf_values.hpp"

namespace paiban::finish {
namespace {

class StructureWriter {
 public:
  StructureWriter(QPDF& pdf, const Facts& facts)
      : pdf_(pdf), facts_(facts), structure_(facts.structure), pages_(pdf.getAllPages()), objects_(structure_.elements.size()) {}

  Result<void> write() {
    if (pages_.size() != structure_.pages.size()) return tl::unexpected(not_finished("another number of pages than structure"));
    for (std::size_t page = 0; page < pages_.size(); ++page)
      if (auto marked = mark(page); !marked) return marked;
    root_ = pdf_.makeIndirectObject(dictionary({{"/Type", name("/StructTreeRoot")}}));
    for (ElementId id = 0; id < objects_.size(); ++id)
      if (!structure_.elements[id].kids.empty()) objects_[id] = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
    if (objects_.front().isInitialized()) root_.replaceKey("/K", objects_.front());  // else nothing is read
    for (ElementId id = 0; id < objects_.size(); ++id)
      if (!structure_.elements[id].kids.empty()) fill(id);
    write_parents();
    QPDFObjectHandle catalogue = pdf_.getRoot();
    catalogue.replaceKey("/StructTreeRoot", root_);
    catalogue.replaceKey("/MarkInfo", dictionary({{"/Marked", QPDFObjectHandle::newBool(true)}}));
    return {};
  }

 private:
  Result<void> mark(std::size_t page) {
    QPDFObjectHandle content = pages_[page].getKey("/Contents");
    if (!content.isStream()) return tl::unexpected(not_finished("a page's content is no stream"));
    const auto bytes = content.getStreamData();
    const std::string_view drawn(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
    const auto marked = with_marks(drawn, structure_.pages[page], structure_);
    if (!marked) return tl::unexpected(marked.error());
    content.replaceStreamData(deflated(*marked), name("/FlateDecode"), QPDFObjectHandle::newNull());
    pages_[page].replaceKey("/StructParents", integer(page));
    pages_[page].replaceKey("/Tabs", name("/S"));
    return {};
  }

  // ---- elements ----

  void fill(ElementId id) {
    const StructureElement& element = structure_.elements[id];
    QPDFObjectHandle object = objects_[id];
    object.replaceKey("/Type", name("/StructElem"));
    object.replaceKey("/S", name(std::string("/") + name_of(element.type)));
    object.replaceKey("/P", id == 0 ? root_ : objects_[element.parent]);
    if (!element.title.empty()) object.replaceKey("/T", text(element.title));
    if (!element.description.empty()) object.replaceKey("/Alt", text(element.description));
    if (element.place) object.replaceKey("/A", layout_of(*element.place));
    const auto* first = std::get_if<Piece>(&element.kids.front());
    if (first != nullptr) object.replaceKey("/Pg", pages_[first->page]);
    const std::size_t page = first != nullptr ? first->page : pages_.size();
    QPDFObjectHandle kids = QPDFObjectHandle::newArray();
    for (const auto& kid : element.kids) {
      const auto* piece = std::get_if<Piece>(&kid);
      kids.appendItem(piece == nullptr ? objects_[std::get<ElementId>(kid)] : reference(*piece, page));
    }
    for (std::size_t link = 0; link < structure_.links.size(); ++link)
      if (structure_.links[link].element == id) kids.appendItem(annotate(link));
    object.replaceKey("/K", kids.getArrayNItems() == 1 ? kids.getArrayItem(0) : kids);
  }

  /// A piece of an element whose page is `page`.
  [[nodiscard]] QPDFObjectHandle reference(const Piece& piece, std::size_t page) const {
    const QPDFObjectHandle number = integer(static_cast<std::size_t>(piece.mark));
    return piece.page == page ? number : dictionary({{"/Type", name("/MCR")}, {"/Pg", pages_[piece.page]}, {"/MCID", number}});
  }

  [[nodiscard]] QPDFObjectHandle layout_of(const LinkPlace& place) const {
    return dictionary({{"/O", name("/Layout")}, {"/Placement", name("/Block")}, {"/BBox", box_on(place)}});
  }

  [[nodiscard]] QPDFObjectHandle box_on(const LinkPlace& place) const {
    return rectangle(place.box, facts_.pages[place.page].height);
  }

  // ---- links ----

  [[nodiscard]] QPDFObjectHandle target_of(const Destination& target) const {
    return destination(pages_[target.page], target.at, facts_.pages[target.page].height);
  }

  /// Adds the annotation of a link to its page; gives the kid of its element.
  QPDFObjectHandle annotate(std::size_t number) {
    constexpr int printed = 4;  // the flag of annotations that PDF/A asks for (ISO 19005-2, 6.3.2)
    const StructureLink& link = structure_.links[number];
    QPDFObjectHandle annotation = pdf_.makeIndirectObject(dictionary({{"/Type", name("/Annot")},
                                                                      {"/Subtype", name("/Link")},
                                                                      {"/Rect", box_on(link.place)},
                                                                      {"/Border", QPDFObjectHandle::parse("[0 0 0]")},
                                                                      {"/F", integer(printed)},
                                                                      {"/Contents", text(link.words)},
                                                                      {"/StructParent", integer(pages_.size() + number)}}));
    if (const auto* address = std::get_if<std::string>(&link.target))
      annotation.replaceKey("/A", dictionary({{"/S", name("/URI")}, {"/URI", QPDFObjectHandle::newString(*address)}}));
    else
      annotation.replaceKey("/Dest", target_of(std::get<Destination>(link.target)));
    QPDFObjectHandle page = pages_[link.place.page];
    if (!page.hasKey("/Annots")) page.replaceKey("/Annots", QPDFObjectHandle::newArray());
    page.getKey("/Annots").appendItem(annotation);
    return dictionary({{"/Type", name("/OBJR")}, {"/Obj", annotation}, {"/Pg", page}});
  }

  // ---- from content to its element ----

  void write_parents() {
    QPDFObjectHandle numbers = QPDFObjectHandle::newArray();
    std::size_t key = 0;
    for (const std::vector<Mark>& marks : structure_.pages) {
      QPDFObjectHandle elements = QPDFObjectHandle::newArray();
      for (const Mark& mark : marks)
        if (is_read(mark.content)) elements.appendItem(objects_[mark.element]);
      numbers.appendItem(integer(key++));
      numbers.appendItem(pdf_.makeIndirectObject(elements));
    }
    for (const StructureLink& link : structure_.links) {
      numbers.appendItem(integer(key++));
      numbers.appendItem(objects_[link.element]);
    }
    root_.replaceKey("/ParentTree", pdf_.makeIndirectObject(dictionary({{"/Nums", numbers}})));
    root_.replaceKey("/ParentTreeNextKey", integer(key));
  }

  QPDF& pdf_;
  const Facts& facts_;
  const Structure& structure_;
  std::vector<QPDFObjectHandle> pages_;
  std::vector<QPDFObjectHandle> objects_;  // by ElementId
  QPDFObjectHandle root_;
};

}  // namespace

Result<void> write_structure(QPDF& pdf, const Facts& facts) { return StructureWriter(pdf, facts).write(); }

}  // namespace paiban::finish
