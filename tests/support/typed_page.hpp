#pragma once
// A page typed in from print, in rows and em: what stands where, without files and faces.
//
//   story ID [lead]        the story that what follows belongs to; "box ID" inside the story before it
//   head X WIDTH ROW SIZE [INK-FROM INK-UNTIL] [face]    its headline; the ink is the whole place where it is not given
//   leg X WIDTH ROWS       full to its last row; "ROWS of LAST": the leg goes on to LAST without text
//   picture X WIDTH ROWS   from the first row's top to the last row's foot
//   height MILLIMETRES     of the paper
//   rule X1 ROW1 X2 ROW2   by its ends; rows are counted from their tops and may have a fraction
//
// X and WIDTH in em from the type area's left. ROWS is "3-20".

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/small_plan.hpp"

namespace paiban::test {

class TypedPage {
 public:
  static constexpr int columns = 60, rows = 60;

  TypedPage() {
    document::Grid& grid = plan_.plan.design.grid;
    grid.width_em = Ratio{columns * 10'000};
    grid.rows = rows;
    plan_.plan.design.width = square_em * (columns + 4);
    plan_.plan.design.height = small_row * rows + square_em * 4;
    page_.number = 1;
    page_.width = plan_.plan.design.width;
    page_.height = plan_.plan.design.height;
    plan_.plan.pages.emplace_back();
    plan_.plan.pages.back().number = 1;
  }

  void read(const std::string& line) {
    std::istringstream in(line);
    std::string what;
    in >> what;
    if (what == "story") add_story(in);
    if (what == "box") add_box(in);
    if (what == "head") add_head(in);
    if (what == "leg") add_leg(in);
    if (what == "picture") add_picture(in);
    if (what == "rule") add_rule(in);
    if (what == "height") read_height(in);
  }

  [[nodiscard]] const document::Plan& plan() const { return plan_.plan; }
  [[nodiscard]] const std::vector<text::ShapedParagraph>& texts() const { return plan_.texts; }
  [[nodiscard]] page::ComposedPage& page() { return page_; }

 private:
  static Length ems(double count) { return Length::units(static_cast<std::int64_t>(count * 12'000)); }
  [[nodiscard]] Length x(double at) const { return plan_.plan.design.grid.x + ems(at); }
  [[nodiscard]] Length y(double row) const {
    return plan_.plan.design.grid.y + Length::units(static_cast<std::int64_t>((row - 1) * 16'000));
  }

  /// The paper's height in millimetres, the type area staying as it is.
  void read_height(std::istringstream& in) {
    int height = 0;
    in >> height;
    page_.height = millimetres(height);
  }

  void add_story(std::istringstream& in) {
    page::SetStory story;
    std::string word;
    in >> story.id;
    document::PlannedModule module;
    module.story = story.id;
    while (in >> word) {
      if (word == "lead") story.kind = document::StoryKind::lead;
      if (word.starts_with("priority=")) module.wishes.priority = std::stoi(word.substr(9));
      if (word == "looks=left") module.wishes.looks = document::Looks::left;
      if (word == "looks=right") module.wishes.looks = document::Looks::right;
    }
    module.kind = story.kind;
    plan_.plan.pages.front().modules.push_back(module);
    page_.stories.push_back(story);
    inside_ = false;
  }

  void add_box(std::istringstream& in) {
    page::SetStory story;
    in >> story.id;
    story.kind = document::StoryKind::box;
    page_.stories.back().boxes.push_back(story);
    inside_ = true;
  }

  page::SetStory& story() { return inside_ ? page_.stories.back().boxes.back() : page_.stories.back(); }

  static std::pair<int, int> span(std::istringstream& in) {
    int first = 0, last = 0;
    char dash = 0;
    in >> first >> dash >> last;
    return {first, last};
  }

  void add_head(std::istringstream& in) {
    double at = 0, width = 0, row = 0, size = 0, from = -1, until = -1;
    in >> at >> width >> row >> size;
    if (!(in >> from >> until)) from = at, until = at + width;
    in.clear();
    std::string face = "黑体";
    in >> face;
    plan_.add_style(face + std::to_string(plan_.plan.design.styles.size())).face = face;
    const auto text = plan_.add_text("xxxxxx", plan_.plan.design.styles.back().name, document::Role::headline);
    plan_.texts[text].size = ems(size);
    page::Head head;
    head.role = document::Role::headline;
    head.box = {x(at), y(row), ems(width), ems(size)};
    paragraph::Line line;
    line.last = 6;
    line.set = line.measure = line.natural = ems(until - from);
    head.rows.push_back({text, line, {x(from), y(row)}});
    story().heads.push_back(head);
  }

  void add_leg(std::istringstream& in) {
    double at = 0, width = 0;
    in >> at >> width;
    const auto [first, last] = span(in);
    std::string word;
    int foot = last;
    std::vector<int> subheads;
    while (in >> word) {
      if (word == "of") in >> foot;
      if (word == "subhead") in >> subheads.emplace_back();
    }
    page::Leg leg{{x(at), y(first), ems(width), small_row * (foot - first + 1)}, foot - first + 1, {}, {}, small_row, square_em};
    for (int row = first; row <= last; ++row) {
      const bool head = std::ranges::find(subheads, row) != subheads.end();
      const auto text = plan_.add_text("xxxxxx", "body", head ? document::Role::subhead : document::Role::paragraph);
      paragraph::Line line;
      line.last = 6;
      line.set = line.measure = line.natural = ems(width);
      leg.lines.push_back({text, line, {x(at), y(row) + square_em / 6}});
    }
    story().legs.push_back(std::move(leg));
  }

  void add_picture(std::istringstream& in) {
    double at = 0, width = 0;
    in >> at >> width;
    const auto [first, last] = span(in);
    page::SetPicture picture;
    picture.story = story().id;
    picture.box = {x(at), y(first), ems(width), y(last + 1) - y(first)};
    story().pictures.push_back(picture);
  }

  void add_rule(std::istringstream& in) {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    in >> x1 >> y1 >> x2 >> y2;
    page_.rules.push_back({{x(x1), y(y1)}, {x(x2), y(y2)}, square_em / 20, "black"});
  }

  SmallPlan plan_;
  page::ComposedPage page_;
  bool inside_ = false;
};

}  // namespace paiban::test
