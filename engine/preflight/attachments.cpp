// Attached files: ISO 32000-1 7.11.4; ISO 19005-1 6.1.11, ISO 19005-2 and -3 6.8.

#include <algorithm>
#include <set>

#include "preflight/parts.hpp"

namespace paiban::preflight {
namespace {

/// The values of a name tree.
std::vector<Object> values_of(const Object& tree) {
  std::vector<Object> values, waiting{tree};
  std::set<QPDFObjGen> seen;
  while (!waiting.empty()) {
    Object node = waiting.back();
    waiting.pop_back();
    if (node.isIndirect() && !seen.insert(node.getObjGen()).second) continue;
    for (const Object& kid : members_of(get(node, "/Kids"))) waiting.push_back(kid);
    const auto pairs = members_of(get(node, "/Names"));
    for (std::size_t i = 1; i < pairs.size(); i += 2) values.push_back(pairs[i]);
  }
  return values;
}

void check_specification(Object specification, const std::vector<Object>& associated, Bill& bill) {
  Place place;
  place.object = object_number(specification);
  const std::string name = text_of(get(specification, "/UF")).value_or(text_of(get(specification, "/F")).value_or("?"));
  const auto complain = [&](const char* what) { bill.add(Check::attachment, place, {name, what}); };
  switch (bill.flavour()) {
    case finish::Flavour::x4:
    case finish::Flavour::x1a:
    case finish::Flavour::a1b:
      return complain("EmbeddedFiles");
    case finish::Flavour::a2u:
      return complain("PDF/A-2");  // PDF/A files alone, which this paper does not attach
    case finish::Flavour::a3u:
      break;
  }
  for (const char* key : {"/F", "/UF"})
    if (!text_of(get(specification, key))) complain(key + 1);
  if (!text_of(get(specification, "/Desc"))) complain("Desc");
  if (name_of(get(specification, "/AFRelationship")).empty()) complain("AFRelationship");
  Object stream = get(get(specification, "/EF"), "/F");
  if (!stream.isStream()) return complain("EF");
  if (name_of(get(stream, "/Subtype")).find('/', 1) == std::string::npos) complain("Subtype");
  if (!text_of(get(get(stream, "/Params"), "/ModDate"))) complain("ModDate");
  const bool listed =
      std::ranges::any_of(associated, [&](Object other) { return other.getObjGen() == specification.getObjGen(); });
  if (!listed) complain("AF");
}

}  // namespace

void check_attachments(Object root, Surroundings& file) {
  Object tree = get(get(root, "/Names"), "/EmbeddedFiles");
  if (tree.isNull()) return;
  const auto associated = members_of(get(root, "/AF"));
  for (const Object& specification : values_of(tree)) check_specification(specification, associated, file.bill);
}

}  // namespace paiban::preflight
