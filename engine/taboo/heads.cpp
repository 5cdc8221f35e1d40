// What is wrong with heads: beside each other, above each other, and among the things around them.

#include <algorithm>

#include "base/message_table.hpp"
#include "taboo/checks.hpp"
#include "taboo/limits.hpp"

namespace paiban::taboo {
namespace {

struct PlacedHead {
  const HeadView* view;
  int story;
  int family;
};

class HeadChecker {
 public:
  HeadChecker(const Scene& scene, std::vector<Finding>& findings) : scene_(scene), findings_(findings) {
    for (std::size_t s = 0; s < scene.stories.size(); ++s)
      for (const HeadView& head : scene.stories[s].headlines)
        heads_.push_back({&head, static_cast<int>(s), scene.stories[s].family});
  }

  void run() {
    for (std::size_t a = 0; a < heads_.size(); ++a) {
      for (std::size_t b = a + 1; b < heads_.size(); ++b) {
        if (heads_[a].story == heads_[b].story) continue;
        look_for_butting(heads_[a], heads_[b]);
        look_for_stacking(heads_[a], heads_[b]);
        look_for_stacking(heads_[b], heads_[a]);
      }
      look_for_crossing(heads_[a]);
      look_at_fold(heads_[a]);
    }
    for (std::size_t s = 0; s < scene_.stories.size(); ++s) {
      look_above(static_cast<int>(s));
      look_at_width(static_cast<int>(s));
      look_at_order(static_cast<int>(s));
    }
  }

 private:
  void add(Code code, int first, int second, const Box& where, std::int64_t price = 0, std::vector<std::string> arguments = {}) {
    findings_.push_back({code, scene_.id(first), second == no_story ? std::string() : scene_.id(second), scene_.row_of(where.y),
                         where, price, std::move(arguments)});
  }

  /// 碰题: side by side at one level, nothing between them, and alike enough to be read as one.
  void look_for_butting(const PlacedHead& a, const PlacedHead& b) {
    const Box &left = a.view->ink, &right = b.view->ink;
    if (a.view->upright != b.view->upright) return;
    const auto gap = between_side_by_side(left, right);
    if (!gap || gap->height <= std::min(left.height, right.height) * level_share) return;
    if (tell_apart(*a.view, *b.view) || gap->width >= column_of(a, b) || divided(scene_, *gap, Across::no)) return;
    const bool in_order = left.x < right.x;
    add(Code::heads_butting, in_order ? a.story : b.story, in_order ? b.story : a.story, around(left, right));
  }

  [[nodiscard]] bool tell_apart(const HeadView& a, const HeadView& b) const {
    const Length small = std::min(a.size, b.size), large = std::max(a.size, b.size);
    return large >= small * distinct_sizes && face_of(a) != face_of(b);
  }

  [[nodiscard]] const std::string& face_of(const HeadView& head) const {
    return scene_.plan.style_of(head.head->rows.front().text).face;
  }

  /// The wider column of the two; white as broad as a column is a column's worth of separation.
  [[nodiscard]] Length column_of(const PlacedHead& a, const PlacedHead& b) const {
    Length widest;
    for (const int story : {a.story, b.story})
      for (const Run& run : scene_.stories[static_cast<std::size_t>(story)].runs) widest = std::max(widest, run.box.width);
    return widest > Length{} ? widest : scene_.area.width;
  }

  /// 叠题: one right above the other, no text of the upper one between them.
  void look_for_stacking(const PlacedHead& above, const PlacedHead& below) {
    const auto gap = between_above_below(above.view->ink, below.view->ink);
    if (!gap || gap->width <= std::min(above.view->ink.width, below.view->ink.width) * under_share) return;
    if (divided(scene_, *gap, Across::yes) || text_in(*gap) || head_of_others_in(*gap, above.story, below.story)) return;
    add(Code::heads_stacked, above.story, below.story, around(above.view->ink, below.view->ink));
  }

  [[nodiscard]] bool text_in(const Box& box) const {
    return std::ranges::any_of(
        scene_.pieces, [&](const Piece& p) { return p.kind == Kind::text && overlap(p.ink, box, scene_.ems(ems::touch)); });
  }

  /// A third headline between two: it is the one that either is stacked with.
  [[nodiscard]] bool head_of_others_in(const Box& box, int a, int b) const {
    return std::ranges::any_of(scene_.pieces, [&](const Piece& p) {
      return p.kind == Kind::head && p.story != a && p.story != b && overlap(p.ink, box, scene_.ems(ems::touch));
    });
  }

  /// 破题: something runs through the headline.
  void look_for_crossing(const PlacedHead& head) {
    const Length depth = scene_.ems(ems::touch);
    for (const Piece& piece : scene_.pieces) {
      const bool foreign = scene_.family_of(piece) != head.family;
      if (piece.kind == Kind::furniture || (piece.kind == Kind::head && !foreign) || (piece.kind == Kind::text && !foreign))
        continue;
      if (!crosses(piece, head.view->ink, depth)) continue;
      add(piece.kind == Kind::rule ? Code::head_ruled : Code::head_crossed, head.story, piece.story, head.view->ink);
      return;
    }
  }

  /// A rule is thinner than any depth: its line must pass inside. A ground around the whole head carries it.
  static bool crosses(const Piece& piece, const Box& ink, Length depth) {
    if (piece.kind == Kind::rule) {
      const bool level = piece.ink.width >= piece.ink.height;
      const Length along = level ? shared_x(piece.ink, ink) : shared_y(piece.ink, ink);
      const Length middle = level ? piece.ink.y + piece.ink.height / 2 : piece.ink.x + piece.ink.width / 2;
      const Length from = level ? ink.y : ink.x, until = level ? ink.bottom() : ink.right();
      return along > depth && middle > from + depth && middle < until - depth;
    }
    if (piece.kind == Kind::fill || piece.kind == Kind::picture) {
      const Box both = around(piece.ink, ink);
      if (both == piece.ink) return false;
    }
    return overlap(piece.ink, ink, depth);
  }

  /// 对折: the fold of a folded paper runs through a row of the headline.
  void look_at_fold(const PlacedHead& head) {
    if (scene_.page.height < folded_height) return;
    const Length fold = scene_.page.height / 2;
    for (const page::SetLine& row : head.view->head->rows) {
      const Length size = scene_.size_of(row);
      const Box ink{head.view->ink.x, row.at.y, head.view->ink.width, size};
      if (head.view->upright || ink.y >= fold || ink.bottom() <= fold) continue;
      add(Code::head_on_fold, head.story, no_story, ink, prices::head_on_fold);
      return;
    }
  }

  /// 顶题: the last line of another story hangs on the head.
  void look_above(int index) {
    const StoryView& story = scene_.stories[static_cast<std::size_t>(index)];
    if (story.headlines.empty()) return;
    const Piece* top = nullptr;  // the topmost of its heads
    for (const Piece& piece : scene_.pieces)
      if (piece.story == index && piece.kind == Kind::head && (top == nullptr || piece.ink.y < top->ink.y)) top = &piece;
    for (const Piece& piece : scene_.pieces) {
      if (piece.kind != Kind::text || scene_.family_of(piece) == story.family) continue;
      const Length air = top->ink.y - piece.ink.bottom();
      if (shared_x(piece.ink, top->ink) <= scene_.grid().em || air >= scene_.rows(rows::above_head) || air < Length{}) continue;
      const auto gap = between_above_below(piece.ink, top->ink);
      if (gap && divided(scene_, *gap, Across::yes)) continue;
      add(Code::head_under_text, index, piece.story, top->ink, prices::tight_head);
      return;
    }
  }

  /// A head that hangs over what is not its own.
  void look_at_width(int index) {
    const StoryView& story = scene_.stories[static_cast<std::size_t>(index)];
    if (!story.body) return;
    for (const HeadView& head : story.headlines) {
      const bool beside = head.upright || shared_y(head.ink, *story.body) > Length{};  // it is no roof over the story
      const Length over = std::max(story.body->x - head.ink.x, head.ink.right() - story.body->right());
      if (beside || over <= scene_.ems(ems::overhang)) continue;
      add(Code::head_broader_than_story, index, no_story, head.ink, prices::broad_head);
      return;
    }
  }

  /// 主次: a lesser story's headline is larger. The lead is to be larger than any other, not only as large.
  void look_at_order(int index) {
    const StoryView& story = scene_.stories[static_cast<std::size_t>(index)];
    const int rank = rank_of(story);
    if (rank == 0 || story.headlines.empty()) return;
    const PlacedHead* worst = nullptr;
    for (const PlacedHead& other : heads_) {
      const int its = rank_of(scene_.stories[static_cast<std::size_t>(other.story)]);
      const bool lesser =
          other.family != story.family && its != rank && (its == 0 ? rank == document::least_priority : its > rank);
      if (!lesser || other.view->size < largest(story)) continue;
      if (other.view->size == largest(story) && rank > document::least_priority) continue;
      if (worst == nullptr || other.view->size > worst->view->size) worst = &other;
    }
    if (worst == nullptr) return;
    add(Code::heads_out_of_order, index, worst->story, worst->view->ink, prices::head_order,
        {to_points(largest(story)), to_points(worst->view->size)});
  }

  static Length largest(const StoryView& story) {
    Length size;
    for (const HeadView& head : story.headlines) size = std::max(size, head.size);
    return size;
  }

  /// 1 the most important; 0: nobody has said.
  static int rank_of(const StoryView& story) {
    if (story.planned != nullptr && story.planned->wishes.priority > 0) return story.planned->wishes.priority;
    return story.set->kind == document::StoryKind::lead ? document::least_priority : 0;
  }

  const Scene& scene_;
  std::vector<Finding>& findings_;
  std::vector<PlacedHead> heads_;
};

}  // namespace

void check_heads(const Scene& scene, std::vector<Finding>& findings) { HeadChecker(scene, findings).run(); }

bool divided(const Scene& scene, const Box& gap, Across across) {
  const bool level = across == Across::yes;
  return std::ranges::any_of(scene.pieces, [&](const Piece& piece) {
    if (piece.kind == Kind::head || piece.kind == Kind::furniture) return false;
    const Length along = level ? shared_x(piece.ink, gap) : shared_y(piece.ink, gap);
    const Length into = level ? shared_y(piece.ink, gap) : shared_x(piece.ink, gap);
    return into > Length{} && along > (level ? gap.width : gap.height) * dividing_share;
  });
}

const Piece* stranger_in(const Scene& scene, const Box& box, int family, Rules rules) {
  const Length depth = scene.ems(ems::touch);
  for (const Piece& piece : scene.pieces) {
    if (piece.kind == Kind::furniture || scene.family_of(piece) == family) continue;
    if (piece.kind == Kind::rule) {
      const bool across = piece.ink.width >= piece.ink.height;
      const Length along = across ? shared_x(piece.ink, box) : shared_y(piece.ink, box);
      const Length whole = across ? box.width : box.height;
      const Length into = across ? shared_y(piece.ink, box) : shared_x(piece.ink, box);
      if (rules == Rules::stop && into > Length{} && along > whole * dividing_share) return &piece;
      continue;
    }
    if (overlap(piece.ink, box, depth)) return &piece;
  }
  return nullptr;
}

}  // namespace paiban::taboo
