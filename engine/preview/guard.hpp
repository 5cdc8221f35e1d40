#pragma once
// Who may ask the preview for what. The server is for one person on one machine; a browser is full of pages of others.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace paiban::preview {

/// What of a request is looked at. `target` as it came, undecoded.
struct Asked {
  std::string_view method, target, host, origin, fetch_site;
};

enum class Refusal : std::uint16_t {
  bad_request = 400,  ///< no Host, or a target that is none
  forbidden = 403,    ///< a foreign host or origin (DNS rebinding; a page of another site)
  not_found = 404,    ///< no such thing, or without the token: the two are not told apart
  method = 405,       ///< anything but GET and HEAD
};

/// A thing that is served. Numbers are within limits, names from a list: no path of the request ever reaches the disk.
struct Asset {
  enum class Name : std::uint8_t { page, style, script, icon } name{};
};
struct StateWish {};
struct EventsWish {};
struct FactsWish {
  int page = 0;
};
struct GridWish {
  int page = 0, dpi = 0;
};
struct TileWish {
  int page = 0, dpi = 0, index = 0;
  std::string key;
};
struct ProposalsWish {};
struct ProposalWish {
  int proposal = 0, page = 0;
};
using Wish = std::variant<Asset, StateWish, EventsWish, FactsWish, GridWish, TileWish, ProposalsWish, ProposalWish>;

/// What is asked for, or why it is not given. `port`: the server's; `token`: what every target begins with.
[[nodiscard]] std::variant<Wish, Refusal> judge(const Asked& asked, int port, std::string_view token);

}  // namespace paiban::preview
