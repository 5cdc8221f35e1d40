#include "text/seams.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/char_class.hpp"

namespace paiban::text {
namespace {

using Words = std::span<const std::string_view>;

// Typography H4: 助词 stand last in a row, never first; 连词 and these 介词 first, never last.
constexpr auto particles = std::to_array<std::string_view>({"的", "了", "着", "得"});
constexpr auto conjunctions = std::to_array<std::string_view>({"和", "与", "在", "对", "及", "以及"});
// The dictionary cuts these off the word that they end: 工作|部, 农民|工, 昌吉|州.
constexpr auto suffixes =
    std::to_array<std::string_view>({"部", "厅", "局", "委", "处", "科", "省", "州", "市", "县", "区", "镇", "乡", "村", "街",
                                     "站", "所", "院", "校", "馆", "厂", "司", "会", "团", "队", "组", "工", "者", "员", "长",
                                     "生", "们", "性", "化", "率", "度", "节", "日", "式", "型", "线", "网", "号", "币", "费"});
// And these off the word that they begin: 新|举措, 副|部长.
constexpr auto prefixes =
    std::to_array<std::string_view>({"第", "副", "总", "新", "老", "全", "各", "非", "超", "再", "不", "未"});
// 介词 and 副词 of the headline's language, which go on to what follows.
constexpr auto forward = std::to_array<std::string_view>(
    {"将", "把", "被", "向", "从", "让", "为", "以", "于", "由", "并", "或", "这", "那", "再", "就", "还", "也", "已", "正"});
// What belongs to the words before it; of bodies, what they are.
constexpr auto backward = std::to_array<std::string_view>(
    {"等",   "中",   "上",   "下",   "里",   "内",     "外",     "前",     "后",   "时",   "间",   "以上", "以下", "以来",
     "之后", "之前", "大队", "支队", "中心", "委员会", "管理局", "办公室", "公司", "集团", "协会", "会议", "大会"});
constexpr std::string_view han_digits = "零〇一二两三四五六七八九十百千万亿几数";
// 万 and its like go on with the number before them; after them its unit.
constexpr auto multipliers =
    std::to_array<std::string_view>({"十", "百", "千", "万", "亿", "余", "多", "几", "百万", "千万", "万亿"});
// 量词: 十件|惠民实事 parts what is counted from its count.
constexpr auto measures =
    std::to_array<std::string_view>({"个", "件", "项", "名", "位", "家", "批", "条", "场", "座", "辆",   "台",
                                     "套", "户", "类", "种", "次", "所", "处", "张", "亩", "吨", "公里", "平方米"});

bool is_among(std::string_view word, Words words) { return std::ranges::find(words, word) != words.end(); }

char32_t first_of(std::string_view word) { return word.empty() ? U'\0' : decode_at(word, 0).code_point; }
char32_t last_of(std::string_view word) {
  std::size_t at = word.size();
  while (at > 0 && (static_cast<unsigned char>(word[--at]) & 0xC0U) == 0x80U) {
  }
  return word.empty() ? U'\0' : decode_at(word, static_cast<std::uint32_t>(at)).code_point;
}

bool is_han(std::string_view word) { return !word.empty() && class_of(first_of(word)) == CharClass::han; }
bool is_lone_han(std::string_view word) { return is_han(word) && decode_at(word, 0).next == word.size(); }

bool is_han_digit(char32_t c) { return han_digits.find(to_utf8(c)) != std::string_view::npos; }
bool is_han_number(std::string_view word) {
  for (std::uint32_t at = 0; at < word.size();) {
    const Decoded character = decode_at(word, at);
    if (!is_han_digit(character.code_point)) return false;
    at = character.next;
  }
  return !word.empty();
}
bool is_arabic_number(std::string_view word) {
  const CharClass last = class_of(last_of(word));
  return class_of(first_of(word)) == CharClass::digit && (last == CharClass::digit || last == CharClass::postfix);
}

}  // namespace

// ---- words ----

struct WordBreaker::Handle {
  std::unique_ptr<icu::BreakIterator> iterator;
};

WordBreaker::WordBreaker() : handle_(std::make_unique<Handle>()) {
  UErrorCode status = U_ZERO_ERROR;
  handle_->iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
  if (U_FAILURE(status)) handle_->iterator.reset();
}
WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

std::vector<std::uint32_t> WordBreaker::bounds(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::vector<std::uint32_t> bounds{0};
  UErrorCode status = U_ZERO_ERROR;
  using UTextOwner = std::unique_ptr<UText, decltype(&utext_close)>;
  const UTextOwner utext(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status), &utext_close);
  if (handle_->iterator && U_SUCCESS(status)) handle_->iterator->setText(utext.get(), status);
  if (handle_->iterator && U_SUCCESS(status)) {
    handle_->iterator->first();
    for (std::int32_t at = handle_->iterator->next(); at != icu::BreakIterator::DONE; at = handle_->iterator->next())
      bounds.push_back(static_cast<std::uint32_t>(at));
  }
  if (bounds.back() != size) bounds.push_back(size);
  return bounds;
}

// ---- seams ----

Seams::Seams(std::string_view text, std::span<const document::Span> spans, WordBreaker& words)
    : text_(text), bounds_(words.bounds(text)) {
  keep_whole(spans);
  find_enclosures();
}

/// Names and terms are words, whatever the dictionary makes of them.
void Seams::keep_whole(std::span<const document::Span> spans) {
  using document::SpanKind;
  for (const document::Span& span : spans) {
    if (span.kind != SpanKind::name && span.kind != SpanKind::person && span.kind != SpanKind::term) continue;
    if (span.start == span.end) continue;
    if (span.kind == SpanKind::term && span.value == document::verb_term) verbs_.push_back({span.start, span.end});
    whole_.push_back({span.start, span.end});
    bounds_.push_back(span.start);
    bounds_.push_back(span.end);
  }
  std::ranges::sort(bounds_);
  const auto same = std::ranges::unique(bounds_);
  bounds_.erase(same.begin(), same.end());
  std::erase_if(bounds_, [this](std::uint32_t bound) { return is_inside(bound, whole_); });
}

void Seams::find_enclosures() {
  std::vector<std::uint32_t> open;
  for (std::uint32_t at = 0; at < text_.size();) {
    const Decoded character = decode_at(text_, at);
    const CharClass cls = class_of(character.code_point);
    if (cls == CharClass::opening) open.push_back(at);
    if (cls == CharClass::closing && !open.empty()) {
      enclosures_.push_back({open.back(), character.next});
      open.pop_back();
    }
    at = character.next;
  }
}

bool Seams::is_inside(std::uint32_t offset, const std::vector<Stretch>& stretches) {
  return std::ranges::any_of(stretches, [offset](const Stretch& each) { return each.start < offset && offset < each.end; });
}

bool Seams::is_bound(std::uint32_t offset) const { return std::ranges::binary_search(bounds_, offset); }

std::string_view Seams::word_before(std::uint32_t offset) const {
  const auto bound = std::ranges::lower_bound(bounds_, offset);
  if (bound == bounds_.begin() || bound == bounds_.end() || *bound != offset) return {};
  return text_.substr(*std::prev(bound), offset - *std::prev(bound));
}

std::string_view Seams::word_after(std::uint32_t offset) const {
  const auto bound = std::ranges::lower_bound(bounds_, offset);
  if (bound == bounds_.end() || *bound != offset || std::next(bound) == bounds_.end()) return {};
  return text_.substr(offset, *std::next(bound) - offset);
}

bool Seams::is_lone_word(std::uint32_t from, std::uint32_t to) const {
  if (count_code_points(text_.substr(from, to - from)) > longest_lone_word) return false;
  const auto next = std::ranges::upper_bound(bounds_, from);
  return next == bounds_.end() || *next >= to;
}

/// The number that ends at `offset` with its multipliers: 20, 20万, 三千. Empty where none does.
std::string_view Seams::number_before(std::uint32_t offset) const {
  std::uint32_t start = offset;
  for (std::string_view word = word_before(start); is_arabic_number(word) || is_han_number(word) || is_among(word, multipliers);
       word = word_before(start))
    start -= static_cast<std::uint32_t>(word.size());
  return text_.substr(start, offset - start);
}

/// Between a number and what it counts by; between a number and its 万.
bool Seams::in_number(std::uint32_t offset) const {
  const std::string_view number = number_before(offset), next = word_after(offset);
  if (number.empty() || !is_han(next)) return false;
  if (is_among(next, multipliers)) return true;
  // A unit of two characters counts after figures: 20万|欧元. After 十 any word may stand, but for units of measure: 三百|公里.
  return class_of(first_of(number)) == CharClass::digit || is_lone_han(next) || is_among(next, measures);
}

bool Seams::leans(std::uint32_t offset) const {
  const std::string_view before = word_before(offset), after = word_after(offset);
  if (is_among(before, forward) || is_among(before, prefixes) || is_among(after, backward)) return true;
  if (class_of(last_of(before)) == CharClass::connector) return true;
  if (is_lone_han(before) && is_lone_han(after)) return true;  // 来|昌, 实|事: a word that the dictionary does not have
  // 十件|惠民实事, 9项|重点任务: the count and what is counted.
  const auto start = offset - static_cast<std::uint32_t>(before.size());
  const bool counted = is_among(before, measures) && !number_before(start).empty();
  const bool one_word =
      before.size() > 3 && is_han_digit(first_of(before)) && is_among(before.substr(before.size() - 3), measures);
  return is_han(after) && (counted || one_word);
}

Seam Seams::at(std::uint32_t offset) const {
  if (is_inside(offset, enclosures_)) return Seam::enclosure;
  if (is_inside(offset, whole_)) return Seam::term;
  if (!is_bound(offset)) return Seam::word;
  const std::string_view before = word_before(offset), after = word_after(offset);
  const CharClass last = class_of(last_of(before)), first = class_of(first_of(after));
  if (last == CharClass::middle || first == CharClass::middle) return Seam::term;  // 买买提·艾力
  if (is_lone_han(after) && is_han(before) && is_among(after, suffixes)) return Seam::word;
  if (in_number(offset)) return Seam::number;
  if (is_among(after, particles)) return Seam::particle;
  if (is_among(before, conjunctions)) return Seam::conjunction;
  if (last == CharClass::wide_space || first == CharClass::wide_space || last == CharClass::stop) return Seam::clause;
  if (last == CharClass::pause) return last_of(before) == U'、' ? Seam::item : Seam::clause;
  if (std::ranges::find(verbs_, offset, &Stretch::end) != verbs_.end()) return Seam::lean;  // 打造|“最美腰站子”
  if (last == CharClass::closing || first == CharClass::opening) return Seam::edge;
  if (leans(offset)) return Seam::lean;
  return std::ranges::find(verbs_, offset, &Stretch::start) != verbs_.end() ? Seam::predicate : Seam::words;
}

void mark_seams(ShapedParagraph& head, std::span<const document::Span> spans, WordBreaker& words) {
  if (head.units.size() > longest_head) return;
  const Seams seams(head.text, spans, words);
  for (std::size_t i = 0; i < head.joints.size(); ++i) head.joints[i].seam = seams.at(head.units[i + 1].start);
}

}  // namespace paiban::text
