#include "preflight/content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace paiban::preflight {
namespace {

constexpr std::size_t deepest_forms = 16;
constexpr std::size_t deepest_states = 28;  // ISO 32000-1 annex C; ISO 19005-2 6.1.13
constexpr std::size_t most_states = 4'096;  // beyond any use
constexpr std::size_t most_operands = 10'000;
constexpr std::size_t longest_quoted = 12;  // of a stranger's bytes in a message
constexpr double infinite = std::numeric_limits<double>::infinity();

/// Bytes that may be anything, as a message can show them.
std::string quoted(std::string_view bytes) {
  std::string shown;
  for (const char byte : bytes.substr(0, longest_quoted))
    shown += byte > ' ' && byte < 0x7F ? std::string(1, byte) : fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
  return shown;
}

std::string kinds_of(const Operands& operands) {
  std::string kinds;
  for (const std::size_t at : operands.starts) {
    switch (operands.tokens[at].kind) {
      case TokenKind::number:
        kinds += "0 ";
        break;
      case TokenKind::name:
        kinds += "/ ";
        break;
      case TokenKind::literal:
      case TokenKind::hex:
        kinds += "() ";
        break;
      case TokenKind::array_open:
        kinds += "[] ";
        break;
      case TokenKind::dict_open:
        kinds += "<<>> ";
        break;
      default:
        kinds += "? ";
    }
    if (kinds.size() > 30) break;
  }
  return kinds.empty() ? "–" : kinds.substr(0, kinds.size() - 1);
}

/// true, false and null are words to the lexer and operands to a stream.
bool is_constant(std::string_view word) { return word == "true" || word == "false" || word == "null"; }

}  // namespace

void ContentReader::complain(Check check, std::vector<std::string> arguments) {
  file_.bill.add(check, checks_.place(state_.ctm.of(0, 0)), std::move(arguments));
}

void ContentReader::read(std::string_view bytes, Object resources) {
  read_stream(bytes, std::move(resources));
  if (!marks_.empty()) complain(Check::state, {"BMC, EMC"});
}

void ContentReader::read_stream(std::string_view bytes, Object dictionary) {
  if (bytes.size() > budget_.bytes) return complain(Check::limits, {"content"});
  budget_.bytes -= bytes.size();
  Resources resources(std::move(dictionary), frame_.number, file_);
  Resources* outer = std::exchange(resources_, &resources);
  const std::size_t saved = saved_.size();
  Lexer lexer(bytes);
  operands_.clear();
  for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (token.kind == TokenKind::word && !is_constant(token.text)) {
      execute(token.text, lexer);
      operands_.clear();
    } else if (operands_.tokens.size() < most_operands) {
      operands_.add(token);
    }
  }
  if (!operands_.starts.empty()) complain(Check::operands, {"–", kinds_of(operands_)});
  if (in_text_) complain(Check::state, {"BT, ET"});
  if (saved_.size() > saved) complain(Check::state, {"q, Q"});
  in_text_ = false;
  while (saved_.size() > saved) restore();
  resources_ = outer;
}

void ContentReader::execute(std::string_view name, Lexer& lexer) {
  const OperatorRow* row = find_operator(name);
  if (row == nullptr) {
    if (compatible_ == 0) complain(Check::operator_known, {quoted(name)});
    return;
  }
  if (!operands_.agree_with(row->operands)) {
    // What a reader makes of it cannot be known: nothing.
    complain(Check::operands, {std::string(name), kinds_of(operands_)});
    return;
  }
  const std::uint32_t key = key_of(name);
  if (key == key_of("BI")) return skip_inline_picture(lexer);
  (void)(text_operator(key) || path_operator(key) || graphics_operator(key) || colour_operator(key) || mark_operator(key));
}

void ContentReader::save() {
  if (saved_.size() == deepest_states) complain(Check::limits, {"q"});
  if (saved_.size() < most_states) saved_.push_back(state_);
}

void ContentReader::restore() {
  if (saved_.empty()) return;
  state_ = std::move(saved_.back());
  saved_.pop_back();
}

bool ContentReader::graphics_operator(std::uint32_t key) {
  switch (key) {
    case key_of("q"):
      save();
      return true;
    case key_of("Q"):
      if (saved_.empty()) complain(Check::state, {"q, Q"});
      restore();
      return true;
    case key_of("cm"):
      state_.ctm = Matrix{operands_.number(0), operands_.number(1), operands_.number(2),
                          operands_.number(3), operands_.number(4), operands_.number(5)}
                       .then(state_.ctm);
      return true;
    case key_of("w"):
      state_.line_width = operands_.number(0);
      return true;
    case key_of("gs"):
      change_state(operands_.text(0));
      return true;
    case key_of("Do"):
      draw(operands_.text(0));
      return true;
    case key_of("sh"):
      if (Object shading = resources_->find("/Shading", operands_.text(0)); !shading.isNull())
        checks_.shading(shading, *resources_);
      note_painting(state_.ctm.of(0, 0));
      return true;
    default:
      return false;
  }
}

void ContentReader::change_state(std::string_view name) {
  const StateChange* change = resources_->state(name);
  if (change == nullptr) return;
  if (change->line_width) state_.line_width = *change->line_width;
  if (change->stroke_overprint) state_.stroke_overprint = *change->stroke_overprint;
  if (change->fill_overprint) state_.fill_overprint = *change->fill_overprint;
  const auto font = members_of(change->font);
  if (font.size() != 2) return;
  state_.font = resources_->font_of(font[0]);
  state_.size = number_of(font[1]).value_or(0);
}

bool ContentReader::path_operator(std::uint32_t key) {
  switch (key) {
    case key_of("m"):
    case key_of("l"):
      add_point(operands_.number(0), operands_.number(1));
      return true;
    case key_of("c"):
    case key_of("v"):
    case key_of("y"):
      for (std::size_t i = 0; i + 1 < operands_.starts.size(); i += 2) add_point(operands_.number(i), operands_.number(i + 1));
      return true;
    case key_of("re"):
      add_rectangle();
      return true;
    case key_of("S"):
    case key_of("s"):
      paint_path(false, true);
      return true;
    case key_of("f"):
    case key_of("F"):
    case key_of("f*"):
      paint_path(true, false);
      return true;
    case key_of("B"):
    case key_of("B*"):
    case key_of("b"):
    case key_of("b*"):
      paint_path(true, true);
      return true;
    case key_of("n"):
      paint_path(false, false);
      return true;
    default:
      return false;
  }
}

void ContentReader::add_rectangle() {
  const double x = operands_.number(0), y = operands_.number(1), width = operands_.number(2), height = operands_.number(3);
  if (!path_.any) thinnest_ = infinite;
  add_point(x, y);
  add_point(x + width, y + height);
  add_point(x, y + height);
  add_point(x + width, y);
  thinnest_ = std::min(thinnest_, std::min(std::abs(width), std::abs(height)) * state_.ctm.scale());
}

void ContentReader::paint_path(bool filled, bool stroked) {
  const Extent path = std::exchange(path_, {});
  const double thinnest = std::exchange(thinnest_, infinite);
  if (!filled && !stroked) return;
  if (path.any) note_painting({path.left, path.top});
  if (filled) checks_.fill(state_, path, thinnest);
  if (stroked) checks_.stroke(state_, path);
}

bool ContentReader::colour_operator(std::uint32_t key) {
  switch (key) {
    case key_of("g"):
      set_colour(state_.fill, {Family::gray, 1, {}, Family::unknown, false});
      return true;
    case key_of("G"):
      set_colour(state_.stroke, {Family::gray, 1, {}, Family::unknown, false});
      return true;
    case key_of("rg"):
      set_colour(state_.fill, {Family::rgb, 3, {}, Family::unknown, false});
      return true;
    case key_of("RG"):
      set_colour(state_.stroke, {Family::rgb, 3, {}, Family::unknown, false});
      return true;
    case key_of("k"):
      set_colour(state_.fill, {Family::cmyk, 4, {}, Family::unknown, false});
      return true;
    case key_of("K"):
      set_colour(state_.stroke, {Family::cmyk, 4, {}, Family::unknown, false});
      return true;
    case key_of("cs"):
      set_space(state_.fill, resources_->space(operands_.text(0)));
      return true;
    case key_of("CS"):
      set_space(state_.stroke, resources_->space(operands_.text(0)));
      return true;
    case key_of("sc"):
    case key_of("scn"):
      set_components(state_.fill);
      return true;
    case key_of("SC"):
    case key_of("SCN"):
      set_components(state_.stroke);
      return true;
    default:
      return false;
  }
}

void ContentReader::set_space(Colour& colour, ColourSpace space) {
  checks_.name(space, *resources_);
  const bool black = space.family != Family::spots;  // every space begins with its black, spots with all their ink
  colour.inks = inks_of(space, std::vector<double>(space.components, black ? 0.0 : 1.0));
  if (space.family == Family::cmyk || space.family == Family::profiled_cmyk) colour.inks.process = {0, 0, 0, 1};
  colour.space = std::move(space);
}

void ContentReader::set_colour(Colour& colour, ColourSpace space) {
  checks_.name(space, *resources_);
  colour.space = std::move(space);
  set_components(colour);
}

void ContentReader::set_components(Colour& colour) {
  std::vector<double> components;
  for (std::size_t i = 0; i < operands_.starts.size(); ++i) {
    if (operands_.tokens[operands_.starts[i]].kind == TokenKind::number)
      components.push_back(operands_.number(i));
    else
      read_tile(operands_.text(i));
  }
  if (colour.space.family != Family::pattern && components.size() != colour.space.components)
    complain(Check::operands, {"sc", kinds_of(operands_)});
  colour.inks = inks_of(colour.space, components);
}

void ContentReader::draw(std::string_view name) {
  Object object = resources_->find("/XObject", name);
  const std::string kind = name_of(get(object, "/Subtype"));
  if (kind == "/Form") return read_form(object);
  note_painting(state_.ctm.of(0, 1));
  if (kind == "/Image") checks_.picture(object, state_, *resources_);
}

void ContentReader::read_form(Object form) {
  const auto open = std::ranges::find(forms_, form.getObjGen());
  if (open != forms_.end() || forms_.size() >= deepest_forms) return complain(Check::limits, {"Do"});
  const auto bytes = bytes_of(form);
  if (!bytes) return complain(Check::resource, {"Form"});
  forms_.push_back(form.getObjGen());
  const GraphicsState outer = state_;
  const Operands operands = std::exchange(operands_, {});
  const auto matrix = numbers_of(get(form, "/Matrix"));
  if (matrix && matrix->size() == 6)
    state_.ctm = Matrix{(*matrix)[0], (*matrix)[1], (*matrix)[2], (*matrix)[3], (*matrix)[4], (*matrix)[5]}.then(state_.ctm);
  Object own = get(form, "/Resources");
  read_stream(*bytes, own.isNull() ? resources_->dictionary() : own);
  state_ = outer;
  operands_ = operands;
  forms_.pop_back();
}

/// A pattern: a tile has content of its own, a shading a colour space.
void ContentReader::read_tile(std::string_view name) {
  Object pattern = resources_->find("/Pattern", name);
  if (Object shading = get(pattern, "/Shading"); !shading.isNull()) return checks_.shading(shading, *resources_);
  Object copy = pattern;
  if (!copy.isStream()) return;
  const GraphicsState outer = state_;
  read_form(pattern);
  state_ = outer;
}

void ContentReader::skip_inline_picture(Lexer& lexer) {
  Operands entries;
  for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (token.kind == TokenKind::word && token.text == "ID") break;
    if (entries.tokens.size() < most_operands) entries.add(token);
  }
  look_at_inline_picture(entries);
  // The samples end before an EI that stands alone.
  const std::string_view bytes = lexer.bytes();
  const auto blank = [&](std::size_t at) {
    return at >= bytes.size() || std::string_view(" \n\r\t\f\0", 6).find(bytes[at]) != std::string_view::npos;
  };
  for (std::size_t at = bytes.find("EI", lexer.offset()); at != std::string_view::npos; at = bytes.find("EI", at + 1)) {
    if (!blank(at - 1) || !blank(at + 2)) continue;
    return lexer.go_to(at + 2);
  }
  lexer.go_to(bytes.size());
  complain(Check::state, {"BI, EI"});
}

void ContentReader::look_at_inline_picture(const Operands& entries) {
  note_painting(state_.ctm.of(0, 1));
  for (std::size_t i = 0; i + 1 < entries.starts.size(); i += 2) {
    const std::string_view key = entries.text(i), value = entries.text(i + 1);
    if (value == "LZW" || value == "LZWDecode") complain(Check::filter, {"LZWDecode"});
    if ((key == "I" || key == "Interpolate") && value == "true") complain(Check::interpolation, {});
    if (key == "CS" || key == "ColorSpace")
      checks_.name(read_space(Object::newName("/" + std::string(value)), resources_->dictionary()), *resources_);
  }
}

bool ContentReader::mark_operator(std::uint32_t key) {
  switch (key) {
    case key_of("BMC"):
      open_mark(false);
      return true;
    case key_of("BDC"):
      open_mark(true);
      return true;
    case key_of("EMC"):
      if (marks_.empty()) return complain(Check::state, {"BMC, EMC"}), true;
      telling_marks_ -= marks_.back().tells ? 1 : 0;
      marks_.pop_back();
      return true;
    case key_of("BX"):
      ++compatible_;
      return true;
    case key_of("EX"):
      compatible_ = std::max(0, compatible_ - 1);
      return true;
    default:
      return false;
  }
}

void ContentReader::open_mark(bool with_properties) {
  int mcid = -1;
  if (with_properties && operands_.tokens[operands_.starts[1]].kind == TokenKind::name) {
    mcid = whole_number_of(get(resources_->find("/Properties", operands_.text(1)), "/MCID")).value_or(-1);
  } else if (with_properties) {
    for (std::size_t i = operands_.starts[1]; i + 1 < operands_.tokens.size(); ++i)
      if (operands_.tokens[i].kind == TokenKind::name && operands_.tokens[i].text == "MCID" &&
          operands_.tokens[i + 1].number >= 0 && operands_.tokens[i + 1].number < 1e9)
        mcid = static_cast<int>(operands_.tokens[i + 1].number);
  }
  if (mcid >= 0) file_.marked[frame_.number].insert(mcid);
  const bool tells = mcid >= 0 || operands_.text(0) == "Artifact";
  telling_marks_ += tells ? 1 : 0;
  if (marks_.size() < most_states) marks_.push_back({tells});
}

void ContentReader::note_painting(Point at) {
  if (telling_marks_ == 0) checks_.untagged(at);
}

}  // namespace paiban::preflight
