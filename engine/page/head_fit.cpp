#include "page/head_fit.hpp"

#include <algorithm>
#include <cstdlib>

#include "page/head_division.hpp"
#include "page/head_prices.hpp"
#include "paragraph/ruler.hpp"

namespace paiban::page {
namespace {

using document::Style;
using text::Look;
using text::ShapedParagraph;

constexpr std::int64_t hundredth = 100;  // of an em, in ten-thousandths

/// A look that the style allows, and what it costs.
struct PricedLook {
  Look look;
  Price price = 0;
};

std::vector<Length> sizes_of(const Style& style) {
  const auto step = head_prices::size_step;
  std::vector<Length> sizes{style.size};
  if (style.size_least > Length{})
    for (Length size = style.size - step; size >= style.size_least; size -= step) sizes.push_back(size);
  for (Length size = style.size + step; size <= style.size_most; size += step) sizes.push_back(size);
  return sizes;
}

std::vector<Ratio> widths_of(const Style& style) {
  const auto step = head_prices::width_step;
  std::vector<Ratio> widths{style.scale_x};
  if (style.writing == document::Writing::vertical) return widths;  // its rows are as long at any width
  if (style.scale_least > Ratio{})
    for (Ratio width = style.scale_x - step; width >= style.scale_least; width = width - step) widths.push_back(width);
  for (Ratio width = style.scale_x + step; width <= style.scale_most; width = width + step) widths.push_back(width);
  return widths;
}

/// Hundredths of a point for so many ten-thousandths away from one.
Price departure(Ratio share, Price each_per_cent) {
  return std::abs(share.ten_thousandths - Ratio::one().ten_thousandths) * each_per_cent / hundredth;
}

Ratio quotient(Ratio a, Ratio b) { return Ratio{scale_rounded(a.ten_thousandths, 10'000, b.ten_thousandths)}; }

/// All looks within the style's ranges, its own first, then the cheapest.
std::vector<PricedLook> looks_of(const Style& style) {
  std::vector<PricedLook> looks;
  for (const Length size : sizes_of(style))
    for (const Ratio width : widths_of(style))
      looks.push_back(
          {{size, width},
           departure(size.per(style.size), head_prices::size) + departure(quotient(width, style.scale_x), head_prices::width)});
  std::ranges::stable_sort(looks, {}, &PricedLook::price);
  return looks;
}

class HeadFitter {
 public:
  explicit HeadFitter(const HeadRequest& request)
      : request_(request), own_{request.style.size, request.style.scale_x}, range_(tracking_range(request.style)) {}

  [[nodiscard]] HeadSetting run() {
    for (const PricedLook& look : looks_of(request_.style)) {
      if (best_ && look.price >= best_->price) break;
      try_look(look);
    }
    if (!best_) return set_as_given();
    return set(best_->rows, best_->look == own_ ? std::nullopt : std::optional(best_->look));
  }

 private:
  /// A stretch of one of the request's texts.
  struct Cut {
    std::size_t text = 0;
    Stretch stretch;
  };
  struct Candidate {
    std::vector<Cut> rows;
    Look look;
    Price price = 0;
  };

  void try_look(const PricedLook& look) {
    const std::vector<ShapedParagraph> texts = in_look(look.look);
    const std::vector<paragraph::Ruler> rulers(texts.begin(), texts.end());
    for (const Candidate& cuts : cuts_of_all()) {
      Candidate candidate = cuts;
      candidate.look = look.look;
      candidate.price += look.price;
      if (best_ && candidate.price >= best_->price) continue;
      const auto tracking = tracking_price(rulers, candidate.rows);
      if (!tracking) continue;
      candidate.price += *tracking;
      if (!best_ || candidate.price < best_->price) best_ = std::move(candidate);
    }
  }

  [[nodiscard]] std::vector<ShapedParagraph> in_look(const Look& look) const {
    std::vector<ShapedParagraph> texts;
    for (const ShapedParagraph* text : request_.texts) texts.push_back(look == own_ ? *text : text::resized(*text, look));
    return texts;
  }

  /// Every way to have rows: as given, or one text cut.
  const std::vector<Candidate>& cuts_of_all() {
    if (!cuts_.empty()) return cuts_;
    const int asked = request_.rows;
    const bool divisible = request_.texts.size() == 1;
    if (divisible) {
      const int most = std::min(asked > 0 ? asked : request_.most_rows, head_prices::most_rows);
      for (int rows = std::max(asked, 2); rows <= most; ++rows) add_divisions(rows, asked > 0);
    }
    if (cuts_.empty() || asked == 0) cuts_.insert(cuts_.begin(), as_given());
    return cuts_;
  }

  void add_divisions(int rows, bool asked) {
    for (const Division& division : divisions(*request_.texts.front(), rows)) {
      Candidate cuts;
      std::uint32_t first = 0;
      for (const std::uint32_t end : division.ends) {
        cuts.rows.push_back({0, {first, end}});
        first = end;
      }
      cuts.price = division.price + (asked ? 0 : head_prices::another_row * (rows - 1));
      cuts_.push_back(std::move(cuts));
    }
  }

  [[nodiscard]] Candidate as_given() const {
    Candidate given;
    for (std::size_t i = 0; i < request_.texts.size(); ++i)
      given.rows.push_back({i, {0, static_cast<std::uint32_t>(request_.texts[i]->units.size())}});
    return given;
  }

  /// What the tightest, or the most opened, of the rows costs; nullopt where one does not fit.
  [[nodiscard]] std::optional<Price> tracking_price(const std::vector<paragraph::Ruler>& rulers,
                                                    const std::vector<Cut>& rows) const {
    Price price = 0;
    for (const Cut& cut : rows) {
      if (cut.stretch.first == cut.stretch.last) continue;
      const auto wanted = tracking_to(rulers[cut.text], cut.stretch, request_.style, request_.width);
      if (!wanted) continue;  // a lone character: it fits or it does not, and there is no other way
      if (range_.most == Ratio{} && *wanted >= Ratio{}) continue;  // a row need not fill its place
      if (*wanted < range_.least || *wanted > range_.most) return std::nullopt;
      price = std::max(price, std::abs(wanted->ten_thousandths) * head_prices::tracking / hundredth);
    }
    return price;
  }

  [[nodiscard]] HeadSetting set_as_given() const { return set(as_given().rows, std::nullopt); }

  [[nodiscard]] HeadSetting set(const std::vector<Cut>& rows, std::optional<Look> look) const {
    HeadSetting setting;
    setting.look = look;
    Style style = request_.style;
    if (rows.size() > 1) style.short_heads = document::ShortHeads::natural;  // a short row beside others is no short head
    for (const Cut& cut : rows) {
      const ShapedParagraph& text = *request_.texts[cut.text];
      Row row = look ? set_row(text::resized(text, *look), cut.stretch, style, request_.width, request_.align)
                     : set_row(text, cut.stretch, style, request_.width, request_.align);
      setting.rows.push_back({cut.text, row});
    }
    return setting;
  }

  const HeadRequest& request_;
  Look own_;  ///< the style's
  TrackingRange range_;
  std::vector<Candidate> cuts_;
  std::optional<Candidate> best_;
};

}  // namespace

HeadSetting fit_head(const HeadRequest& request) { return HeadFitter(request).run(); }

}  // namespace paiban::page
