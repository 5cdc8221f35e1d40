#include "preview/guard.hpp"

#include <gtest/gtest.h>

#include <array>

namespace paiban::preview {
namespace {

constexpr int port = 8470;
constexpr std::string_view token = "0123456789abcdef0123456789abcdef";

Asked asked(std::string_view target) { return {"GET", target, "127.0.0.1:8470", "", ""}; }
std::string at(std::string_view rest) { return "/" + std::string(token) + "/" + std::string(rest); }

Refusal refusal(const Asked& what) {
  const auto judged = judge(what, port, token);
  const Refusal* refused = std::get_if<Refusal>(&judged);
  return refused == nullptr ? Refusal{} : *refused;
}

TEST(Guard, ServesWhatThereIs) {
  for (const std::string_view rest : {"", "preview.css", "preview.js", "icon.svg", "state", "events", "facts/1", "grid/8/100",
                                      "tile/1/150/12/00ff00ff00ff00ff", "proposals", "proposal/2/1"}) {
    const std::string target = at(rest);
    EXPECT_EQ(refusal(asked(target)), Refusal{}) << target;
    Asked head = asked(target);
    head.method = "HEAD";
    EXPECT_EQ(refusal(head), Refusal{}) << target;
  }
}

TEST(Guard, ReadsNumbersAndKeys) {
  const std::string target = at("tile/3/150/12/00ff00ff00ff00ff");
  const auto judged = judge(asked(target), port, token);
  const auto& tile = std::get<TileWish>(std::get<Wish>(judged));
  EXPECT_EQ(tile.page, 3);
  EXPECT_EQ(tile.dpi, 150);
  EXPECT_EQ(tile.index, 12);
  EXPECT_EQ(tile.key, "00ff00ff00ff00ff");
}

TEST(Guard, KnowsNoPaths) {
  for (const std::string_view rest : {"../issue.xml",
                                      "%2e%2e/issue.xml",
                                      "..%2fissue.xml",
                                      "%252e%252e/x",
                                      "..\\issue.xml",
                                      "/etc/passwd",
                                      "state/",
                                      "state?x=1",
                                      "State",
                                      "facts",
                                      "facts/",
                                      "facts/0",
                                      "facts/-1",
                                      "facts/1000",
                                      "facts/1.5",
                                      "facts/01x",
                                      "facts/1/2",
                                      "facts/99999999999",
                                      "grid/1",
                                      "grid/1/0",
                                      "grid/1/23",
                                      "grid/1/401",
                                      "grid/1/100/",
                                      "tile/1/100/0",
                                      "tile/1/100/0/",
                                      "tile/1/100/0/zz",
                                      "tile/1/100/0/00FF00FF00FF00FF",
                                      "tile/1/100/99999/00ff00ff00ff00ff",
                                      "proposal/1",
                                      "proposal/100/1",
                                      "preview.js%00",
                                      "events%0d%0aX: y",
                                      "."})
    EXPECT_EQ(refusal(asked(at(rest))), Refusal::not_found) << rest;
}

TEST(Guard, AsksForTheToken) {
  for (const std::string_view target : {"/", "//", "/state", "/0123456789abcdef0123456789abcdeg/state", "/0123456789abcdef/state",
                                        "/0123456789abcdef0123456789abcdef", "/0123456789ABCDEF0123456789ABCDEF/state"})
    EXPECT_EQ(refusal(asked(target)), Refusal::not_found) << target;
}

TEST(Guard, RefusesForeignHosts) {
  const std::string target = at("state");
  for (const std::string_view host : {"127.0.0.1", "127.0.0.1:80", "evil.example:8470", "127.0.0.1.evil.example:8470",
                                      "0.0.0.0:8470", "127.0.0.1:8470:8470", "localhost.:8470", "127.1:8470"}) {
    Asked what = asked(target);
    what.host = host;
    EXPECT_EQ(refusal(what), Refusal::forbidden) << host;
  }
  for (const std::string_view host : {"localhost:8470", "[::1]:8470"}) {
    Asked what = asked(target);
    what.host = host;
    EXPECT_EQ(refusal(what), Refusal{}) << host;
  }
  Asked none = asked(target);
  none.host = "";
  EXPECT_EQ(refusal(none), Refusal::bad_request);
}

TEST(Guard, RefusesForeignPages) {
  const std::string target = at("state");
  for (const std::string_view origin :
       {"null", "http://evil.example", "https://127.0.0.1:8470", "http://127.0.0.1:8471", "file://"}) {
    Asked what = asked(target);
    what.origin = origin;
    EXPECT_EQ(refusal(what), Refusal::forbidden) << origin;
  }
  Asked own = asked(target);
  own.origin = "http://localhost:8470";
  EXPECT_EQ(refusal(own), Refusal{});
  for (const std::string_view site : {"cross-site", "same-site"}) {
    Asked what = asked(target);
    what.fetch_site = site;
    EXPECT_EQ(refusal(what), Refusal::forbidden) << site;
  }
}

TEST(Guard, AllowsNoChange) {
  const std::string target = at("state");
  for (const std::string_view method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "get"}) {
    Asked what = asked(target);
    what.method = method;
    EXPECT_EQ(refusal(what), Refusal::method) << method;
  }
  EXPECT_EQ(refusal(asked("state")), Refusal::bad_request);
}

}  // namespace
}  // namespace paiban::preview
