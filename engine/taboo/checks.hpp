#pragma once
// The checks, by what they look at. Each adds what it finds.

#include <vector>

#include "taboo/find_taboos.hpp"
#include "taboo/scene.hpp"

namespace paiban::taboo {

/// 碰题, 叠题, 破题, 顶题; heads too broad, on the fold, out of their order.
void check_heads(const Scene& scene, std::vector<Finding>& findings);
/// 题文分离, 走文不清, 背题, 孤行, 孤字.
void check_text(const Scene& scene, std::vector<Finding>& findings);
/// 撞图, 天窗, 通线, 断版; pictures that look out of the page.
void check_space(const Scene& scene, std::vector<Finding>& findings);

/// Whether anything divides what stands on both sides of `gap`: a rule, a picture, a ground or lines of text along more than
/// half of it. `across`: the gap lies between one above and one below.
enum class Across : bool { no, yes };
[[nodiscard]] bool divided(const Scene& scene, const Box& gap, Across across);

/// The first piece of another family in `box`; nullptr where there is none. Rules count where they run across it.
enum class Rules : bool { pass, stop };
[[nodiscard]] const Piece* stranger_in(const Scene& scene, const Box& box, int family, Rules rules);

}  // namespace paiban::taboo
