#include "preflight/operators.hpp"

#include <algorithm>
#include <array>

namespace paiban::preflight {
namespace {

constexpr std::array operators = [] {
  auto rows = std::to_array<OperatorRow>({
      {"b", ""},     {"B", ""},        {"b*", ""},      {"B*", ""},       {"BDC", "Np"}, {"BI", ""},     {"BMC", "N"},
      {"BT", ""},    {"BX", ""},       {"c", "nnnnnn"}, {"cm", "nnnnnn"}, {"cs", "N"},   {"CS", "N"},    {"d", "an"},
      {"d0", "nn"},  {"d1", "nnnnnn"}, {"Do", "N"},     {"DP", "Np"},     {"EMC", ""},   {"ET", ""},     {"EX", ""},
      {"f", ""},     {"F", ""},        {"f*", ""},      {"g", "n"},       {"G", "n"},    {"gs", "N"},    {"h", ""},
      {"i", "n"},    {"j", "n"},       {"J", "n"},      {"k", "nnnn"},    {"K", "nnnn"}, {"l", "nn"},    {"m", "nn"},
      {"M", "n"},    {"MP", "N"},      {"n", ""},       {"q", ""},        {"Q", ""},     {"re", "nnnn"}, {"rg", "nnn"},
      {"RG", "nnn"}, {"ri", "N"},      {"s", ""},       {"S", ""},        {"sc", "*"},   {"SC", "*"},    {"scn", "*"},
      {"SCN", "*"},  {"sh", "N"},      {"T*", ""},      {"Tc", "n"},      {"Td", "nn"},  {"TD", "nn"},   {"Tf", "Nn"},
      {"Tj", "s"},   {"TJ", "a"},      {"TL", "n"},     {"Tm", "nnnnnn"}, {"Tr", "n"},   {"Ts", "n"},    {"Tw", "n"},
      {"Tz", "n"},   {"v", "nnnn"},    {"w", "n"},      {"W", ""},        {"W*", ""},    {"y", "nnnn"},  {"'", "s"},
      {"\"", "nns"},
  });
  std::ranges::sort(rows, {}, &OperatorRow::name);
  return rows;
}();

bool fits(TokenKind kind, char wanted) {
  switch (wanted) {
    case 'n':
      return kind == TokenKind::number;
    case 'N':
      return kind == TokenKind::name;
    case 's':
      return kind == TokenKind::literal || kind == TokenKind::hex;
    case 'a':
      return kind == TokenKind::array_open;
    default:  // p
      return kind == TokenKind::name || kind == TokenKind::dict_open;
  }
}

}  // namespace

const OperatorRow* find_operator(std::string_view name) {
  const auto* found = std::ranges::lower_bound(operators, name, {}, &OperatorRow::name);
  return found != operators.end() && found->name == name ? found : nullptr;
}

void Operands::add(const Token& token) {
  const bool closes = token.kind == TokenKind::array_close || token.kind == TokenKind::dict_close;
  if (open == 0) starts.push_back(tokens.size());  // a bracket that closes nothing is an operand that fits nowhere
  tokens.push_back(token);
  if (token.kind == TokenKind::array_open || token.kind == TokenKind::dict_open) ++open;
  if (closes && open > 0) --open;
}

void Operands::clear() {
  tokens.clear();
  starts.clear();
  open = 0;
}

bool Operands::agree_with(std::string_view signature) const {
  if (open != 0) return false;
  if (signature == "*")
    return !starts.empty() && std::ranges::all_of(starts, [this](std::size_t at) {
      return tokens[at].kind == TokenKind::number || (tokens[at].kind == TokenKind::name && at == starts.back());
    });
  return signature.size() == starts.size() &&
         std::ranges::equal(starts, signature, [this](std::size_t at, char wanted) { return fits(tokens[at].kind, wanted); });
}

}  // namespace paiban::preflight
