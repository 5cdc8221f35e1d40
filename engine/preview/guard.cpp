#include "preview/guard.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "preview/tiles.hpp"

namespace paiban::preview {
namespace {

constexpr int most_pages = 999;
constexpr int most_tiles = 9'999;
constexpr int most_proposals = 99;
constexpr std::size_t key_digits = 16;
constexpr std::array<std::string_view, 3> own_names{"127.0.0.1", "localhost", "[::1]"};

bool is_own(std::string_view host, int port) {
  const std::string ending = ':' + std::to_string(port);
  return std::ranges::any_of(own_names, [&](std::string_view name) { return host == std::string(name) + ending; });
}

bool is_own_origin(std::string_view origin, int port) {
  constexpr std::string_view scheme = "http://";
  return origin.empty() || (origin.starts_with(scheme) && is_own(origin.substr(scheme.size()), port));
}

/// Navigation by hand says "none", our own page "same-origin"; browsers of old say nothing.
bool is_own_site(std::string_view site) { return site.empty() || site == "none" || site == "same-origin"; }

/// As long for a wrong token as for the right one.
bool same_token(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < one.size(); ++i) difference |= one[i] == other[i] ? 0U : 1U;
  return difference == 0;
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto slash = path.find('/');
    parts.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    path.remove_prefix(slash + 1);
  }
}

/// A number from `least` to `most`, digits alone, none too many.
std::optional<int> number(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size() && !text.empty() && text.front() != '-';
  return whole && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

bool is_key(std::string_view text) {
  return text.size() == key_digits &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<Wish> one_word(std::string_view word) {
  if (word.empty()) return Asset{Asset::Name::page};
  if (word == "preview.css") return Asset{Asset::Name::style};
  if (word == "preview.js") return Asset{Asset::Name::script};
  if (word == "icon.svg") return Asset{Asset::Name::icon};
  if (word == "state") return StateWish{};
  if (word == "events") return EventsWish{};
  if (word == "proposals") return ProposalsWish{};
  return std::nullopt;
}

std::optional<Wish> wish_of(const std::vector<std::string_view>& parts) {
  if (parts.size() == 1) return one_word(parts[0]);
  const auto page = number(parts[1], 1, most_pages);
  if (!page) return std::nullopt;
  if (parts[0] == "facts" && parts.size() == 2) return FactsWish{*page};
  if (parts.size() < 3) return std::nullopt;
  if (parts[0] == "proposal" && parts.size() == 3) {
    const auto of = number(parts[2], 1, most_pages);
    return of && *page <= most_proposals ? std::optional<Wish>(ProposalWish{*page, *of}) : std::nullopt;
  }
  const auto dpi = number(parts[2], least_dpi, most_dpi);
  if (!dpi) return std::nullopt;
  if (parts[0] == "grid" && parts.size() == 3) return GridWish{*page, *dpi};
  if (parts[0] != "tile" || parts.size() != 5) return std::nullopt;
  const auto index = number(parts[3], 0, most_tiles);
  if (!index || !is_key(parts[4])) return std::nullopt;
  return TileWish{*page, *dpi, *index, std::string(parts[4])};
}

}  // namespace

std::variant<Wish, Refusal> judge(const Asked& asked, int port, std::string_view token) {
  if (asked.host.empty() || !asked.target.starts_with('/')) return Refusal::bad_request;
  if (!is_own(asked.host, port) || !is_own_origin(asked.origin, port) || !is_own_site(asked.fetch_site))
    return Refusal::forbidden;
  if (asked.method != "GET" && asked.method != "HEAD") return Refusal::method;
  std::vector<std::string_view> parts = parts_of(asked.target.substr(1));
  if (parts.size() < 2 || !same_token(parts.front(), token)) return Refusal::not_found;
  parts.erase(parts.begin());
  const auto wish = wish_of(parts);
  if (!wish) return Refusal::not_found;
  return *wish;
}

}  // namespace paiban::preview
