// Every object of the file, looked at for what may stand nowhere: ISO 19005-1 6.1.12, 6.2.4 … 6.2.8, 6.6 and their like.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "preflight/colour.hpp"
#include "preflight/parts.hpp"

namespace paiban::preflight {
namespace {

// What acts (ISO 19005-2 6.5.1): GoTo, GoToR, URI, Thread, SubmitForm, and Named with a page's turn are left.
constexpr std::array<std::string_view, 13> acting{"/JavaScript", "/Launch",   "/Sound",     "/Movie", "/ResetForm",
                                                  "/ImportData", "/Hide",     "/Rendition", "/Trans", "/SetOCGState",
                                                  "/GoTo3DView", "/SetState", "/NOP"};
constexpr std::array<std::string_view, 6> leading{"/GoTo", "/GoToR", "/GoToE", "/URI", "/Thread", "/SubmitForm"};
constexpr std::size_t deepest = 64, most_objects = 2'000'000;
constexpr std::size_t longest_name = 127;
constexpr double largest_real_1 = 32'767;

template <typename Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class Sweep {
 public:
  explicit Sweep(Surroundings& file) : file_(file), bill_(file.bill) {}

  void object(Object object) {
    place_ = {};
    place_.object = object_number(object);
    visit(object, 0);
  }

 private:
  Surroundings& file_;
  Bill& bill_;
  Place place_;
  std::size_t left_ = most_objects;

  /// Direct children only: indirect ones come by themselves.
  void visit(Object object, std::size_t depth) {
    if (left_ == 0 || depth > deepest) return bill_.add(Check::limits, place_, {"objects"});
    --left_;
    if (object.isStream()) {
      stream(object);
      object = object.getDict();
    }
    if (object.isDictionary()) {
      dictionary(object);
      for (const auto& [key, value] : object.getDictAsMap()) {
        if (key.size() > longest_name + 1) bill_.add(Check::limits, place_, {"name"});
        child(value, depth);
      }
    } else if (object.isArray()) {
      for (const Object& value : object.getArrayAsVector()) child(value, depth);
    } else {
      scalar(object);
    }
  }

  void child(const Object& value, std::size_t depth) {
    Object copy = value;
    if (!copy.isIndirect()) visit(copy, depth + 1);
  }

  void scalar(Object& object) {
    if (object.isName() && object.getName().size() > longest_name + 1) bill_.add(Check::limits, place_, {"name"});
    // PDF 1.4 knows reals up to 32 767; later ones are bounded by the machine alone.
    if (bill_.flavour() == finish::Flavour::a1b && object.isReal() && std::abs(number_of(object).value_or(0)) > largest_real_1)
      bill_.add(Check::limits, place_, {"real"});
    if (object.isString() && object.getStringValue().size() > (bill_.flavour() == finish::Flavour::a1b ? 65'535U : 32'767U))
      bill_.add(Check::limits, place_, {"string"});
  }

  void forbid(Object dictionary, Check check, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
      if (!get(dictionary, key).isNull()) bill_.add(check, place_, {key + 1});
  }

  void stream(Object stream) {
    Object entries = stream.getDict();
    forbid(entries, Check::external_stream, {"/F", "/FFilter", "/FDecodeParms"});
    for (const Object& filter : members_of(get(entries, "/Filter"))) {
      const std::string name = name_of(filter);
      const bool later =
          name == "/JPXDecode" && (bill_.flavour() == finish::Flavour::a1b || bill_.flavour() == finish::Flavour::x1a);
      if (name == "/LZWDecode" || name == "/Crypt" || later) bill_.add(Check::filter, place_, {name.substr(1)});
    }
    const std::string subtype = name_of(get(entries, "/Subtype"));
    if (subtype == "/PS" || name_of(get(entries, "/Subtype2")) == "/PS") bill_.add(Check::postscript, place_, {"PostScript"});
    if (subtype == "/Form") {
      forbid(entries, Check::postscript, {"/PS"});
      forbid(entries, Check::proxy, {"/OPI", "/Ref"});
    }
    if (subtype == "/Image") picture(entries);
  }

  void picture(Object entries) {
    forbid(entries, Check::proxy, {"/OPI", "/Alternates"});
    if (Object flag = get(entries, "/Interpolate"); flag.isBool() && flag.getBoolValue()) bill_.add(Check::interpolation, place_);
    if (Object mask = get(entries, "/SMask"); !mask.isNull() && name_of(mask) != "/None")
      bill_.add(Check::transparency, place_, {"SMask"});
  }

  void dictionary(Object entries) {
    const std::string kind = name_of(get(entries, "/S"));
    const std::string type = name_of(get(entries, "/Type"));
    if (!get(entries, "/JS").isNull()) bill_.add(Check::action, place_, {"JavaScript"});
    if (kind == "/Transparency") group(entries);
    // A structure element's S is its tag, and its A its attributes.
    const bool element = type == "/StructElem" || !get(entries, "/Pg").isNull();
    if (!element && is_one_of(acting, kind)) bill_.add(Check::action, place_, {kind.substr(1)});
    if (!element && bill_.for_press() && (type == "/Action" || get(entries, "/D").isArray() || !get(entries, "/URI").isNull()) &&
        is_one_of(leading, kind))
      bill_.add(Check::action, place_, {kind.substr(1)});
    if (!get(entries, "/AA").isNull()) bill_.add(Check::action, place_, {"AA"});
    if (!get(entries, "/XFA").isNull()) bill_.add(Check::form_field, place_, {"XFA"});
    settings(entries, type);
  }

  /// Transfer functions, halftones and black generation. The keys are short, so what else would be an ExtGState is asked first.
  void settings(Object entries, const std::string& type) {
    if (type != "/ExtGState" && get(entries, "/TR").isNull() && get(entries, "/TR2").isNull() && get(entries, "/HTP").isNull() &&
        get(entries, "/HT").isNull())
      return;
    if (!get(entries, "/TR").isNull() && name_of(get(entries, "/TR")) != "/Identity")
      bill_.add(Check::device_setting, place_, {"TR"});
    if (Object curve = get(entries, "/TR2"); !curve.isNull() && name_of(curve) != "/Default")
      bill_.add(Check::device_setting, place_, {"TR2"});
    forbid(entries, Check::device_setting, {"/HTP"});
    if (Object halftone = get(entries, "/HT"); !halftone.isNull() && name_of(halftone) != "/Default")
      bill_.add(Check::device_setting, place_, {"HT"});
  }

  void group(Object entries) {
    bill_.add(Check::transparency, place_, {"Group"});
    Object space = get(entries, "/CS");
    const Family family = space.isNull() ? Family::unknown : read_space(space, Object::newNull()).family;
    const int components = file_.intent.components;
    const bool unfit = (family == Family::rgb && components != 3) || (family == Family::cmyk && components != 4) ||
                       (family == Family::gray && components == 0);
    if (unfit) bill_.add(Check::blend_space, place_, {std::string(family_name(family))});
  }
};

}  // namespace

void check_objects(QPDF& pdf, Surroundings& file) {
  Sweep sweep(file);
  for (const Object& object : pdf.getAllObjects()) sweep.object(object);
  Object root = pdf.getRoot();
  if (!get(root, "/OCProperties").isNull()) file.bill.add(Check::layer, {}, {"OCProperties"});
  if (Object action = get(root, "/OpenAction"); action.isDictionary() && file.bill.for_press())
    file.bill.add(Check::action, {}, {"OpenAction"});
  if (Object form = get(root, "/AcroForm");
      form.isDictionary() && !members_of(get(form, "/Fields")).empty() && file.bill.for_press())
    file.bill.add(Check::form_field, {}, {"AcroForm"});
}

}  // namespace paiban::preflight
