#pragma once
// Serves a desk on the loopback address, until it is told to stop.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "preview/desk.hpp"

namespace paiban::preview {

class Server {
 public:
  /// `desk` outlives the server. `token` begins every target; `language` is that of the page's own words.
  Server(Desk& desk, std::string token, Language language);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();  ///< stops

  /// Answers from now on, on `port` (0: any that is free) of 127.0.0.1. Error: port_taken.
  [[nodiscard]] Result<void> start(int port);
  [[nodiscard]] std::string url() const;
  /// Lets `change` work on the desk while nobody is served from it, then tells every browser.
  void change(const std::function<void(Desk&)>& change);
  /// Ends all connections.
  void stop();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace paiban::preview
