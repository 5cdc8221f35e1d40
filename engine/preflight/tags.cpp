// Tagged PDF: ISO 32000-1 14.7, 14.8; ISO 14289-1 7.1, 7.3.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "preflight/parts.hpp"

namespace paiban::preflight {
namespace {

constexpr std::size_t most_elements = 2'000'000;
constexpr int longest_role_chain = 16;
constexpr std::array<std::string_view, 49> standard_tags{
    "/Document",  "/Part",    "/Art",   "/Sect",    "/Div",       "/BlockQuote", "/Caption", "/TOC",     "/TOCI",  "/Index",
    "/NonStruct", "/Private", "/H",     "/H1",      "/H2",        "/H3",         "/H4",      "/H5",      "/H6",    "/P",
    "/L",         "/LI",      "/Lbl",   "/LBody",   "/Table",     "/TR",         "/TH",      "/TD",      "/THead", "/TBody",
    "/TFoot",     "/Span",    "/Quote", "/Note",    "/Reference", "/BibEntry",   "/Code",    "/Link",    "/Annot", "/Ruby",
    "/RB",        "/RT",      "/RP",    "/Warichu", "/WT",        "/WP",         "/Figure",  "/Formula", "/Form"};

/// A page's object and a mark on it.
using MarkOnPage = std::pair<QPDFObjGen, int>;

class Tree {
 public:
  Tree(Object root, Bill& bill) : root_(std::move(root)), roles_(get(root_, "/RoleMap")), bill_(bill) {}

  void read() {
    std::vector<std::pair<Object, Object>> waiting;  // an element or kid, and the page that its parents name
    for (const Object& kid : members_of(get(root_, "/K"))) waiting.emplace_back(kid, Object::newNull());
    std::size_t left = most_elements;
    while (!waiting.empty() && left-- > 0) {
      auto [kid, page] = waiting.back();
      waiting.pop_back();
      if (kid.isDictionary()) element(kid, page, waiting);
    }
    if (!waiting.empty()) bill_.add(Check::limits, {}, {"StructTreeRoot"});
  }

  [[nodiscard]] const std::map<MarkOnPage, QPDFObjGen>& owners() const { return owners_; }

 private:
  Object root_, roles_;
  Bill& bill_;
  std::map<MarkOnPage, QPDFObjGen> owners_;
  std::set<QPDFObjGen> seen_;

  void element(Object& element, const Object& outer, std::vector<std::pair<Object, Object>>& waiting) {
    if (element.isIndirect() && !seen_.insert(element.getObjGen()).second) return;
    const std::string tag = name_of(get(element, "/S"));
    if (tag.empty()) return;  // a reference to an annotation
    Place place;
    place.object = object_number(element);
    const std::string role = role_of(tag);
    if (role.empty()) bill_.add(Check::tag_tree, place, {tag});
    if ((role == "/Figure" || role == "/Formula") && !text_of(get(element, "/Alt")) && !text_of(get(element, "/ActualText")))
      bill_.add(Check::alternative, place);
    Object page = get(element, "/Pg");
    if (page.isNull()) page = outer;
    for (const Object& kid : members_of(get(element, "/K"))) {
      Object copy = kid;
      if (const auto mcid = whole_number_of(copy)) {
        own(page, *mcid, element.getObjGen(), place);
      } else if (name_of(get(copy, "/Type")) == "/MCR") {
        Object other = get(copy, "/Pg");
        own(other.isNull() ? page : other, whole_number_of(get(copy, "/MCID")).value_or(-1), element.getObjGen(), place);
      } else {
        waiting.emplace_back(copy, page);
      }
    }
  }

  void own(Object page, int mcid, QPDFObjGen element, const Place& place) {
    if (!page.isDictionary() || mcid < 0) return bill_.add(Check::tag_tree, place, {"Pg, MCID"});
    if (!owners_.emplace(MarkOnPage{page.getObjGen(), mcid}, element).second) bill_.add(Check::tag_tree, place, {"MCID"});
  }

  /// The standard tag that `tag` stands for; empty where there is none.
  std::string role_of(std::string tag) {
    for (int i = 0; i < longest_role_chain; ++i) {
      if (std::ranges::find(standard_tags, std::string_view(tag)) != standard_tags.end()) return tag;
      tag = name_of(get(roles_, tag.c_str()));
      if (tag.empty()) return {};
    }
    return {};
  }
};

/// A number tree's leaves.
std::map<int, Object> leaves_of(const Object& tree) {
  std::map<int, Object> leaves;
  std::set<QPDFObjGen> seen;
  std::vector<Object> waiting{tree};
  while (!waiting.empty()) {
    Object node = waiting.back();
    waiting.pop_back();
    Object copy = node;
    if (copy.isIndirect() && !seen.insert(copy.getObjGen()).second) continue;
    for (const Object& kid : members_of(get(node, "/Kids"))) waiting.push_back(kid);
    const auto pairs = members_of(get(node, "/Nums"));
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
      if (const auto key = whole_number_of(pairs[i])) leaves.emplace(*key, pairs[i + 1]);
  }
  return leaves;
}

void check_page(Object page, int number, const std::map<int, Object>& parents, const Tree& tree, Surroundings& file) {
  Place place;
  place.page = number;
  const auto marked = file.marked.find(number);
  if (marked == file.marked.end()) return;
  const auto key = whole_number_of(get(page, "/StructParents"));
  const auto row = key ? parents.find(*key) : parents.end();
  auto listed = row == parents.end() ? std::vector<Object>() : members_of(row->second);
  if (row == parents.end()) file.bill.add(Check::tag_tree, place, {"StructParents"});
  for (const int mcid : marked->second) {
    const auto owner = tree.owners().find({page.getObjGen(), mcid});
    if (owner == tree.owners().end()) {
      file.bill.add(Check::tag_tree, place, {"MCID"});
    } else if (row != parents.end()) {
      const bool same =
          static_cast<std::size_t>(mcid) < listed.size() && listed[static_cast<std::size_t>(mcid)].getObjGen() == owner->second;
      if (!same) file.bill.add(Check::tag_tree, place, {"ParentTree"});
    }
  }
}

/// Marks that the tree names and the content has not.
void check_owned(const std::map<QPDFObjGen, int>& numbers, const Tree& tree, Surroundings& file) {
  for (const auto& [mark, element] : tree.owners()) {
    const auto number = numbers.find(mark.first);
    Place place;
    place.object = element.getObj();
    if (number == numbers.end() || !file.marked[number->second].contains(mark.second))
      file.bill.add(Check::tag_tree, place, {"K"});
  }
}

}  // namespace

void check_tags(QPDF& pdf, Surroundings& file) {
  if (!file.bill.holds(Check::tagging)) return;
  Object root = pdf.getRoot();
  Object marked = get(get(root, "/MarkInfo"), "/Marked");
  if (!marked.isBool() || !marked.getBoolValue()) file.bill.add(Check::tagging, {}, {"MarkInfo"});
  if (text_of(get(root, "/Lang")).value_or("").empty()) file.bill.add(Check::tagging, {}, {"Lang"});
  Object tree_root = get(root, "/StructTreeRoot");
  if (!tree_root.isDictionary()) return file.bill.add(Check::tagging, {}, {"StructTreeRoot"});
  Tree tree(tree_root, file.bill);
  tree.read();
  const auto parents = leaves_of(get(tree_root, "/ParentTree"));
  std::map<QPDFObjGen, int> numbers;
  for (Object page : pdf.getAllPages()) {
    const int number = static_cast<int>(numbers.size()) + 1;
    numbers.emplace(page.getObjGen(), number);
    check_page(page, number, parents, tree, file);
  }
  check_owned(numbers, tree, file);
}

}  // namespace paiban::preflight
