#pragma once
// Interprets a content stream: graphics state, text, colours, marks; says what in it is no PDF, and shows the checks what is
// painted. It draws nothing.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "preflight/operators.hpp"
#include "preflight/paint_checks.hpp"

namespace paiban::preflight {

/// What one page may take: its content is bytes of anyone.
struct Budget {
  std::size_t bytes = std::size_t{64} << 20U;  ///< of content, forms counted each time they are drawn
};

class ContentReader {
 public:
  ContentReader(const PageFrame& frame, Surroundings& file) : frame_(frame), file_(file), checks_(frame, file) {}

  /// A page's content with its resources.
  void read(std::string_view bytes, Object resources);

 private:
  /// A mark that is open: BMC or BDC.
  struct Mark {
    bool tells = false;  ///< it has an MCID, or is an artifact
  };

  void read_stream(std::string_view bytes, Object resources);
  void read_form(Object form);
  void read_tile(std::string_view name);
  void execute(std::string_view name, Lexer& lexer);
  void skip_inline_picture(Lexer& lexer);
  void look_at_inline_picture(const Operands& entries);
  void complain(Check check, std::vector<std::string> arguments);

  bool graphics_operator(std::uint32_t key);
  bool path_operator(std::uint32_t key);
  bool colour_operator(std::uint32_t key);
  bool text_operator(std::uint32_t key);
  bool mark_operator(std::uint32_t key);

  void change_state(std::string_view name);
  void set_space(Colour& colour, ColourSpace space);
  void set_colour(Colour& colour, ColourSpace space);
  void set_components(Colour& colour);
  void add_point(double x, double y) { path_.add(state_.ctm.of(x, y)); }
  void add_rectangle();
  void paint_path(bool filled, bool stroked);
  void draw(std::string_view name);
  void show(const Token& string);
  void show_pieces();
  void next_line(double x, double y);
  void open_mark(bool with_properties);
  void note_painting(Point at);
  void save();
  void restore();

  PageFrame frame_;
  Surroundings& file_;
  PaintChecks checks_;
  Budget budget_;
  Resources* resources_ = nullptr;
  std::vector<GraphicsState> saved_;
  GraphicsState state_;
  Operands operands_;
  Extent path_;
  double thinnest_ = 0;  ///< the narrowest rectangle of the path
  Matrix text_, line_;
  bool in_text_ = false;
  int compatible_ = 0;  ///< BX: unknown operators are let pass
  std::vector<Mark> marks_;
  int telling_marks_ = 0;
  std::vector<QPDFObjGen> forms_;  ///< being read, outermost first
  std::string scratch_;
};

}  // namespace paiban::preflight
