// Output intents: ISO 32000-1 14.11.5, ICC.1:2010 7.2 for the profile's header.

#include <fmt/format.h>

#include <array>

#include "preflight/big_endian.hpp"
#include "preflight/parts.hpp"

namespace paiban::preflight {
namespace {

constexpr std::size_t header_size = 128;

int components_of(std::string_view space) { return space == "CMYK" ? 4 : space == "RGB " ? 3 : space == "GRAY" ? 1 : 0; }

void check_profile(Object stream, const std::string& bytes, Surroundings& file, const Place& place) {
  const auto complain = [&](std::string what) { file.bill.add(Check::intent_profile, place, {std::move(what)}); };
  const bool whole = unsigned_at(bytes, 0, 4) == bytes.size() || bytes.size() == header_size;  // a quick look has the header
  if (bytes.size() < header_size || part_of(bytes, 36, 4) != "acsp" || !whole) return complain("ICC");
  const std::string_view kind = part_of(bytes, 12, 4), space = part_of(bytes, 16, 4);
  const int components = components_of(space), version = static_cast<int>(unsigned_at(bytes, 8, 1));
  if (components == 0) complain(std::string(space));
  if (whole_number_of(get(stream, "/N")).value_or(0) != components) complain("N");
  // 19005-1 knows ICC up to version 2, the others up to 4.
  if (version > (file.bill.flavour() == finish::Flavour::a1b || file.bill.flavour() == finish::Flavour::x1a ? 2 : 4))
    complain(fmt::format("ICC {}", version));
  const bool for_press = file.bill.for_press();
  if (kind != "prtr" && (for_press || kind != "mntr")) complain(std::string(kind));
  if (for_press && components == 3) complain("RGB");
  if (!file.expected.profile.empty() && bytes != file.expected.profile) complain("--icc");
  file.intent.components = components;
}

}  // namespace

void check_intents(Object root, Surroundings& file) {
  const std::string_view wanted = file.bill.for_press() ? "/GTS_PDFX" : "/GTS_PDFA1";
  int found = 0;
  std::optional<QPDFObjGen> profile;
  for (const Object& intent : members_of(get(root, "/OutputIntents"))) {
    Place place;
    place.object = object_number(intent);
    Object stream = get(intent, "/DestOutputProfile");
    if (!get(intent, "/DestOutputProfileRef").isNull()) file.bill.add(Check::intent_profile, place, {"DestOutputProfileRef"});
    if (stream.isStream()) {
      // Several intents share one profile (ISO 19005-2 6.2.3).
      if (profile && *profile != stream.getObjGen()) file.bill.add(Check::intent_profile, place, {"DestOutputProfile"});
      profile = stream.getObjGen();
    }
    if (name_of(get(intent, "/S")) != wanted) continue;
    if (++found > 1) file.bill.add(Check::intent_profile, place, {std::string(wanted)});
    if (!text_of(get(intent, "/OutputConditionIdentifier")))
      file.bill.add(Check::intent_profile, place, {"OutputConditionIdentifier"});
    // A quick look is at the header: the rest would be inflated for its length alone.
    const bool header_alone = file.expected.depth == Depth::quick && file.expected.profile.empty();
    const auto bytes = header_alone ? std::optional(beginning_of(stream, header_size)) : bytes_of(stream);
    if (bytes && !bytes->empty())
      check_profile(stream, *bytes, file, place);
    else
      file.bill.add(Check::intent_profile, place, {"DestOutputProfile"});
  }
  if (found == 0) file.bill.add(Check::intent, {}, {std::string(wanted)});
}

}  // namespace paiban::preflight
