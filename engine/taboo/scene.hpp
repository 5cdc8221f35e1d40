#pragma once
// A composed page as a reader sees it: inks, lines, pictures and rules as boxes, each with its story.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "document/plan.hpp"
#include "page/composed_page.hpp"
#include "text/shaped_paragraph.hpp"

namespace paiban::taboo {

enum class Kind : std::uint8_t {
  text,  ///< lines of running text of one leg; also captions, digests, notes, bylines
  head,  ///< what is read large: label, kicker, headline, deck, logo, a picture's title
  picture,
  fill,  ///< a coloured ground
  rule,
  furniture,  ///< masthead, folio line
};

inline constexpr int no_story = -1;

struct Piece {
  Kind kind{};
  Box ink;
  int story = no_story;                  ///< index into Scene::stories
  std::optional<document::Role> role{};  ///< of a head
};

/// One leg's lines as they stand.
struct Run {
  Box box;  ///< from the first line to the last one, as wide as the leg
  const page::Leg* leg = nullptr;
};

struct HeadView {
  Box ink;
  Box place;  ///< its slot's width, its ink's height
  Length size;
  const page::Head* head = nullptr;
  bool upright = false;  ///< set in vertical lines
};

struct StoryView {
  const page::SetStory* set = nullptr;
  const document::PlannedModule* planned = nullptr;  ///< none where the plan lacks it
  int family = 0;                                    ///< the outermost story it is a box of, or itself
  std::vector<Run> runs;                             ///< legs that have lines, in order
  std::vector<HeadView> headlines;
  std::optional<Box> heads;  ///< around label, kicker, headline, deck, by their places; none without a headline
  std::optional<Box> body;   ///< around runs and pictures, its boxes' too
};

struct Scene {
  const document::Plan& plan;
  std::span<const text::ShapedParagraph> texts;
  const page::ComposedPage& page;
  std::vector<StoryView> stories;  ///< boxes after the story that they are in
  std::vector<Piece> pieces;
  Box area;  ///< the type area below the nameplate

  [[nodiscard]] const document::Grid& grid() const { return plan.design.grid; }
  [[nodiscard]] Length rows(Ratio count) const { return grid().row * count; }
  [[nodiscard]] Length ems(Ratio count) const { return grid().em * count; }
  [[nodiscard]] int row_of(Length y) const;
  [[nodiscard]] int family_of(const Piece& piece) const;
  [[nodiscard]] const std::string& id(int story) const;
  [[nodiscard]] Length size_of(const page::SetLine& line) const;
};

[[nodiscard]] Scene see(const document::Plan& plan, std::span<const text::ShapedParagraph> texts, const page::ComposedPage& page);

// ---- boxes ----

[[nodiscard]] Box around(const Box& a, const Box& b);
/// How much of the x axis (y axis) two boxes share; below zero the gap between them.
[[nodiscard]] Length shared_x(const Box& a, const Box& b);
[[nodiscard]] Length shared_y(const Box& a, const Box& b);
/// Whether two boxes overlap by more than `depth` both ways.
[[nodiscard]] bool overlap(const Box& a, const Box& b, Length depth);
/// The box between two that share some of an axis; nullopt where they touch or share both.
[[nodiscard]] std::optional<Box> between_side_by_side(const Box& a, const Box& b);
[[nodiscard]] std::optional<Box> between_above_below(const Box& above, const Box& below);

}  // namespace paiban::taboo
