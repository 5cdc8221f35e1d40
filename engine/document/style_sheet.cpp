#include "document/style_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <string>

#include "base/message_table.hpp"

namespace paiban::document {
namespace {

constexpr Word<Align> aligns[] = {{"justify", Align::justify},
                                  {"start", Align::start},
                                  {"center", Align::center},
                                  {"end", Align::end},
                                  {"spread", Align::spread}};
constexpr Word<Writing> writings[] = {{"horizontal", Writing::horizontal}, {"vertical", Writing::vertical}};
constexpr Word<MarkWidth> mark_styles[] = {{"flexible", MarkWidth::flexible},
                                           {"full", MarkWidth::full},
                                           {"line-end", MarkWidth::line_end},
                                           {"kaiming", MarkWidth::kaiming},
                                           {"half", MarkWidth::half}};
static_assert(std::size(mark_styles) == mark_widths);
constexpr Word<Hanging> hangings[] = {{"none", Hanging::none}, {"stops", Hanging::stops}};
constexpr Word<bool> after_indents[] = {{"whole", false}, {"trimmed", true}};
constexpr Word<bool> name_widths[] = {{"natural", false}, {"spread", true}};
constexpr Word<Digits> digit_widths[] = {
    {"half", Digits::half_em}, {"proportional", Digits::proportional}, {"tabular", Digits::tabular}};
constexpr Word<Prohibition> prohibitions[] = {
    {"none", Prohibition::none}, {"basic", Prohibition::basic}, {"gb", Prohibition::gb}, {"strict", Prohibition::strict}};
constexpr Word<VerticalDigits> vertical_digits[] = {{"upright-group", VerticalDigits::upright_group},
                                                    {"rotate", VerticalDigits::rotate},
                                                    {"han-advised", VerticalDigits::han_advised}};
constexpr Word<Acronyms> acronyms[] = {{"rotate", Acronyms::rotate}, {"upright", Acronyms::upright}};
constexpr Word<Titles> titles[] = {{"marks", Titles::marks}, {"wavy", Titles::wavy}};
constexpr Word<Interlinear> interlinears[] = {
    {"none", Interlinear::none}, {"dots", Interlinear::dots}, {"line", Interlinear::line}, {"wave", Interlinear::wave}};
constexpr Word<ShortHeads> short_head_forms[] = {{"natural", ShortHeads::natural}, {"spread", ShortHeads::spread}};
constexpr Word<Fit> fits[] = {{"none", Fit::none}, {"box", Fit::box}, {"ink", Fit::ink}};
constexpr Word<SpanKind> kinds[] = {{"emphasis", SpanKind::emphasis},
                                    {"name", SpanKind::name},
                                    {"dateline", SpanKind::dateline},
                                    {"byline", SpanKind::byline},
                                    {"ruby", SpanKind::ruby},
                                    {"link", SpanKind::link},
                                    {"proper", SpanKind::proper},
                                    {"work", SpanKind::work},
                                    {"gap", SpanKind::gap},
                                    {"supplied", SpanKind::supplied},
                                    {"conjectured", SpanKind::conjectured},
                                    {"sic", SpanKind::sic},
                                    {"cut", SpanKind::cut},
                                    {"run-in", SpanKind::run_in},
                                    {"person", SpanKind::person},
                                    {"term", SpanKind::term}};
static_assert(std::size(kinds) == span_kinds);

/// Every attribute of a style that is a plain number.
struct StyleRatio {
  const char* attribute;
  Ratio Style::*member;
};
constexpr StyleRatio ratios[] = {{"scale-x", &Style::scale_x},
                                 {"tracking", &Style::tracking},
                                 {"indent", &Style::indent},
                                 {"indent-rest", &Style::indent_rest},
                                 {"margin-start", &Style::margin_start},
                                 {"margin-end", &Style::margin_end},
                                 {"gap", &Style::gap},
                                 {"gap-least", &Style::gap_least},
                                 {"gap-most", &Style::gap_most},
                                 {"fit-least", &Style::fit_least},
                                 {"fit-most", &Style::fit_most},
                                 {"scale-least", &Style::scale_least},
                                 {"scale-most", &Style::scale_most}};

template <typename T>
void assign(T& target, std::optional<T> value) {
  if (value) target = *value;
}

template <typename Named>
const Named* find_named(const std::vector<Named>& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [name](const Named& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

template <typename Named>
std::string names_of(const std::vector<Named>& all) {
  std::string list;
  for (const Named& each : all) list += (list.empty() ? "" : ", ") + each.name;
  return list;
}

template <typename Named>
std::string known_name(pugi::xml_node element, const char* attribute, Vocabulary& words, const std::vector<Named>& all,
                       const char* what) {
  const std::string name(words.text(element, attribute));
  if (!name.empty() && find_named(all, name) == nullptr)
    words.fault(Code::template_unknown_name, words.place(element, attribute), {what, name, names_of(all)});
  return name;
}

/// The new entry for a name, or nullptr where it stands already.
template <typename Named>
Named* declare(std::vector<Named>& all, pugi::xml_node element, Vocabulary& words) {
  const std::string name(words.required(element, "name"));
  if (find_named(all, name) != nullptr) {
    words.fault(Code::template_twice, words.place(element), {element.name(), name});
    return nullptr;
  }
  Named& added = all.emplace_back();
  added.name = name;
  return &added;
}

// ---- swatches and weights ----

constexpr std::int32_t full_ink = 10'000;  // hundredths of a per cent

bool read_inks(std::string_view text, std::array<std::int32_t, 4>& inks) {
  for (std::int32_t& ink : inks) {
    const auto value = parse_ratio(text.substr(0, text.find(' ')));  // per cent: four decimals, two are kept
    if (!value) return false;
    const std::int64_t hundredths = value->ten_thousandths / 100;
    if (hundredths < 0 || hundredths > full_ink) return false;
    ink = static_cast<std::int32_t>(hundredths);
    const auto blank = text.find(' ');
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  return text.empty();
}

bool read_screen(std::string_view text, std::uint32_t& screen) {
  if (text.size() != 7 || text.front() != '#') return false;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), screen, 16);
  return error == std::errc{} && end == text.data() + text.size();
}

/// A colour with more ink than the paper takes would set off on the next page.
void check_ink(pugi::xml_node element, Vocabulary& words, const Swatch& swatch, int limit) {
  constexpr std::int32_t per_cent = 100;  // ink values are hundredths
  const std::int32_t sum = std::accumulate(swatch.cmyk.begin(), swatch.cmyk.end(), 0);
  if (sum > limit * per_cent)
    words.fault(Code::swatch_too_inky, words.place(element, "cmyk"),
                {swatch.name, decimal(sum, per_cent, 2), std::to_string(limit)});
}

void read_swatch(pugi::xml_node element, Vocabulary& words, const Template& design, Swatch& swatch) {
  words.expect(element, {"name", "cmyk", "screen"});
  if (!read_inks(words.required(element, "cmyk"), swatch.cmyk)) words.bad_value(element, "cmyk", "0 100 100 0");
  check_ink(element, words, swatch, design.ink_limit);
  if (!read_screen(words.required(element, "screen"), swatch.screen)) words.bad_value(element, "screen", "#C81018");
}

void read_weight(pugi::xml_node element, Vocabulary& words, Weight& weight) {
  words.expect(element, {"name", "width"});
  if (words.required(element, "width").empty()) return;
  const auto width = words.length(element, "width", Length{});
  assign(weight.width, width);
  if (width && *width <= Length{}) words.bad_value(element, "width", "0.35pt");
}

// ---- styles ----

void read_spans(pugi::xml_node element, Vocabulary& words, const Template& design, Style& style) {
  for (const pugi::xml_node span : element.children("span")) {
    words.expect(span, {"kind", "face", "swatch", "mark"});
    if (words.required(span, "kind").empty()) continue;
    const auto kind = words.word(span, "kind", kinds);
    if (!kind) continue;
    const auto index = static_cast<std::size_t>(*kind);
    if (const auto face = words.text(span, "face"); !face.empty()) style.span_faces[index] = face;
    if (auto swatch = swatch_name(span, "swatch", words, design); !swatch.empty()) style.span_swatches[index] = std::move(swatch);
    assign(style.span_interlinears[index], words.word(span, "mark", interlinears));
  }
}

/// What `element` says of a style, laid over what `style` is already.
void read_style(pugi::xml_node element, Vocabulary& words, const Template& design, Style& style) {
  words.expect(element, {"name",     "based-on",  "face",         "latin",        "size",        "scale-x",    "tracking",
                         "pitch",    "indent",    "margin-start", "margin-end",   "swatch",      "align",      "writing",
                         "marks",    "digits",    "indent-rest",  "after-indent", "hanging",     "names",      "prohibition",
                         "gap",      "gap-least", "gap-most",     "fit",          "fit-least",   "fit-most",   "vertical-digits",
                         "acronyms", "titles",    "size-least",   "size-most",    "scale-least", "scale-most", "rows",
                         "short"},
               {"span"});
  if (const auto face = words.text(element, "face"); !face.empty()) style.face = face;
  if (const auto latin = words.text(element, "latin"); !latin.empty()) style.latin_face = latin;
  assign(style.size, words.length(element, "size", design.grid.em));
  assign(style.pitch, words.length(element, "pitch", style.size));
  for (const StyleRatio& each : ratios) assign(style.*each.member, words.ratio(element, each.attribute));
  if (auto swatch = swatch_name(element, "swatch", words, design); !swatch.empty()) style.swatch = std::move(swatch);
  // A limit that is not said gives way to the gap.
  if (!element.attribute("gap-least")) style.gap_least = std::min(style.gap_least, style.gap);
  if (!element.attribute("gap-most")) style.gap_most = std::max(style.gap_most, style.gap);
  assign(style.align, read_align(element, words));
  assign(style.writing, words.word(element, "writing", writings));
  assign(style.marks, words.word(element, "marks", mark_styles));
  assign(style.hanging, words.word(element, "hanging", hangings));
  assign(style.trim_after_indent, words.word(element, "after-indent", after_indents));
  assign(style.spread_names, words.word(element, "names", name_widths));
  assign(style.digits, words.word(element, "digits", digit_widths));
  assign(style.vertical_digits, words.word(element, "vertical-digits", vertical_digits));
  assign(style.acronyms, words.word(element, "acronyms", acronyms));
  assign(style.titles, words.word(element, "titles", titles));
  assign(style.prohibition, words.word(element, "prohibition", prohibitions));
  assign(style.fit, words.word(element, "fit", fits));
  assign(style.size_least, words.length(element, "size-least", style.size));
  assign(style.size_most, words.length(element, "size-most", style.size));
  assign(style.rows, words.whole(element, "rows"));
  assign(style.short_heads, words.word(element, "short", short_head_forms));
  read_spans(element, words, design, style);
}

/// What a head may depart by: its own look lies within, and no search is longer than a designer's patience.
void check_ranges(pugi::xml_node element, Vocabulary& words, const Style& style) {
  constexpr int most_rows = 3;         // of a head that the engine divides
  constexpr Ratio least_share{5'000};  // of the style's own size and width: beyond, it is another style
  constexpr std::int64_t most_share = 2;
  const bool size_least =
      style.size_least != Length{} && (style.size_least > style.size || style.size_least < style.size * least_share);
  const bool size_most =
      style.size_most != Length{} && (style.size_most < style.size || style.size_most > style.size * most_share);
  const Ratio half{style.scale_x.ten_thousandths / 2}, twice{style.scale_x.ten_thousandths * most_share};
  const bool scale_least = style.scale_least != Ratio{} && (style.scale_least > style.scale_x || style.scale_least < half);
  const bool scale_most = style.scale_most != Ratio{} && (style.scale_most < style.scale_x || style.scale_most > twice);
  if (size_least) words.bad_value(element, "size-least", to_points(style.size * Ratio{9'000}) + "pt");
  if (size_most) words.bad_value(element, "size-most", to_points(style.size * Ratio{11'000}) + "pt");
  if (scale_least) words.bad_value(element, "scale-least", "0.8");
  if (scale_most) words.bad_value(element, "scale-most", "1");
  if (style.rows > most_rows) words.bad_value(element, "rows", "1, 2, 3");
}

/// A style that cannot be set whatever the text is: every later stage may rely on these.
void check_style(pugi::xml_node element, Vocabulary& words, const Style& style) {
  constexpr Length largest = points(1'000);  // above any nameplate on the largest page; keeps products in 64 bits
  constexpr Ratio narrowest{1'000}, widest{40'000};
  // What a base lacks is reported there.
  const bool stands_alone = !element.attribute("based-on");
  if (stands_alone && style.face.empty()) words.missing(element, "face");
  if (style.size == Length{}) {
    if (stands_alone && !element.attribute("size")) words.missing(element, "size");
  } else if (style.size < points(1) || style.size > largest) {
    words.bad_value(element, "size", "9pt");
  }
  if (style.scale_x < narrowest || style.scale_x > widest) words.bad_value(element, "scale-x", "0.91");
  if (style.pitch < Length{} || style.pitch > largest) words.bad_value(element, "pitch", "15pt");
  const auto limit = [element](const char* said) { return element.attribute(said) ? said : "gap"; };
  if (style.gap_least > style.gap) words.bad_value(element, limit("gap-least"), "0.0625, not above gap");
  if (style.gap_most < style.gap) words.bad_value(element, limit("gap-most"), "0.25, not below gap");
  if (style.fit_least > style.fit_most) words.bad_value(element, "fit-least", "-0.05");
  check_ranges(element, words, style);
}

pugi::xml_node change_of(pugi::xml_node variant, std::string_view name) {
  for (const pugi::xml_node style : variant.children("style"))
    if (style.attribute("name").value() == name) return style;
  return {};
}

void add_style(pugi::xml_node element, pugi::xml_node variant, Vocabulary& words, Template& design) {
  const std::string base_name = style_name(element, "based-on", words, design);
  Style* const style = declare(design.styles, element, words);
  if (style == nullptr) return;
  if (const Style* base = design.style(base_name); base != nullptr && base != style) {
    std::string own_name = std::move(style->name);
    *style = *base;
    style->name = std::move(own_name);
  }
  style->at = words.place(element);
  read_style(element, words, design, *style);
  if (const pugi::xml_node change = change_of(variant, style->name)) read_style(change, words, design, *style);
  check_style(element, words, *style);
}

// ---- variants ----

pugi::xml_node find_variant(pugi::xml_node root, std::string_view name, Vocabulary& words) {
  std::vector<std::string_view> seen;
  pugi::xml_node found;
  for (const pugi::xml_node variant : root.children("variant")) {
    words.expect(variant, {"name"}, {"swatch", "style"});
    const std::string_view own = words.required(variant, "name");
    if (std::find(seen.begin(), seen.end(), own) != seen.end())
      words.fault(Code::template_twice, words.place(variant), {"variant", std::string(own)});
    seen.push_back(own);
    if (!name.empty() && own == name) found = variant;
  }
  return found;
}

void check_changes(pugi::xml_node variant, Vocabulary& words, const Template& design) {
  for (const pugi::xml_node element : variant.children("swatch")) static_cast<void>(swatch_name(element, "name", words, design));
  for (const pugi::xml_node element : variant.children("style")) {
    static_cast<void>(style_name(element, "name", words, design));
    if (element.attribute("based-on")) words.bad_value(element, "based-on", "");
  }
}

/// Every variant is read, wanted or not: a mistake in the mourning day's dress must not wait for that day.
void check_unused(pugi::xml_node variant, Vocabulary& words, const Template& design) {
  for (const pugi::xml_node element : variant.children("swatch")) {
    Swatch unused;
    read_swatch(element, words, design, unused);
  }
  for (const pugi::xml_node element : variant.children("style"))
    if (const Style* known = design.style(element.attribute("name").value()); known != nullptr) {
      Style unused = *known;
      read_style(element, words, design, unused);
      check_style(element, words, unused);
    }
}

void lay_over(pugi::xml_node variant, Vocabulary& words, Template& design) {
  for (const pugi::xml_node change : variant.children("swatch"))
    for (Swatch& swatch : design.swatches)
      if (swatch.name == change.attribute("name").value()) read_swatch(change, words, design, swatch);
}

}  // namespace

void read_style_sheet(pugi::xml_node root, std::string_view variant, Vocabulary& words, Template& design) {
  const pugi::xml_node chosen = find_variant(root, variant, words);
  for (const pugi::xml_node element : root.children("swatch"))
    if (Swatch* swatch = declare(design.swatches, element, words)) read_swatch(element, words, design, *swatch);
  lay_over(chosen, words, design);
  for (const pugi::xml_node element : root.children("weight"))
    if (Weight* weight = declare(design.weights, element, words)) read_weight(element, words, *weight);
  for (const pugi::xml_node element : root.children("style")) add_style(element, chosen, words, design);
  for (const pugi::xml_node each : root.children("variant")) {
    check_changes(each, words, design);
    if (each != chosen) check_unused(each, words, design);
  }
}

std::string style_name(pugi::xml_node element, const char* attribute, Vocabulary& words, const Template& design) {
  return known_name(element, attribute, words, design.styles, "style");
}

std::string swatch_name(pugi::xml_node element, const char* attribute, Vocabulary& words, const Template& design) {
  return known_name(element, attribute, words, design.swatches, "swatch");
}

std::string weight_name(pugi::xml_node element, const char* attribute, Vocabulary& words, const Template& design) {
  return known_name(element, attribute, words, design.weights, "weight");
}

std::optional<Align> read_align(pugi::xml_node element, Vocabulary& words) { return words.word(element, "align", aligns); }

std::string_view align_word(Align align) { return std::ranges::find(aligns, align, &Word<Align>::value)->word; }

}  // namespace paiban::document
