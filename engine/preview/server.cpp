#include "preview/server.hpp"

#include <httplib.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/message_table.hpp"
#include "preview/guard.hpp"
#include "preview/page_files.hpp"

namespace paiban::preview {
namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr std::size_t threads = 64;    // each open page holds one with its events
constexpr int most_listeners = 32;     // pages that wait for events at a time
constexpr int patience_seconds = 2;    // for a request to come whole: on the loopback it comes at once
constexpr int keep_alive_seconds = 1;  // between two requests of a browser; ending waits for it
constexpr std::size_t most_requests = 1'000;
constexpr std::chrono::seconds heartbeat{15};  // an event that says nothing, so that a lost browser is noticed

// No script but ours, nothing from elsewhere, no frame around it; the token leaves in no referrer.
const httplib::Headers safe_headers{
    {"Content-Security-Policy",
     "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
     "form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"}};

constexpr const char* fresh = "no-store";
constexpr const char* for_ever = "private, max-age=31536000, immutable";

void give(httplib::Response& response, std::string bytes, const char* type, const char* caching = fresh) {
  response.status = 200;
  response.set_header("Cache-Control", caching);
  response.set_content(std::move(bytes), type);
}

void refuse(httplib::Response& response, Refusal refusal) {
  response.status = static_cast<int>(refusal);
  response.set_header("Cache-Control", fresh);
  if (refusal == Refusal::method) response.set_header("Allow", "GET, HEAD");
  response.set_content("", "text/plain");
}

}  // namespace

class Server::State {
 public:
  State(Desk& desk, std::string token, Language language) : desk_(desk), token_(std::move(token)), language_(language) {
    server_.new_task_queue = [] { return new httplib::ThreadPool(threads); };  // httplib deletes it
    server_.set_default_headers(safe_headers);
    // httplib's own options let a second server share the port. One that has ended leaves it in a waiting state: that is no user.
    server_.set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server_.set_tcp_nodelay(true);
    server_.set_read_timeout(patience_seconds);
    server_.set_write_timeout(patience_seconds);
    server_.set_keep_alive_timeout(keep_alive_seconds);
    server_.set_keep_alive_max_count(most_requests);
    server_.set_payload_max_length(0);
    server_.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      answer(request, response);
      return httplib::Server::HandlerResponse::Handled;
    });
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { stop(); }

  Result<void> start(int port) {
    const bool bound = port == 0 ? (port_ = server_.bind_to_any_port(loopback)) > 0 : server_.bind_to_port(loopback, port);
    if (!bound) return tl::unexpected(Diagnostic{Code::port_taken, {}, {std::to_string(port)}, {}, {}});
    if (port != 0) port_ = port;
    listener_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
    return {};
  }

  [[nodiscard]] std::string url() const {
    return "http://" + std::string(loopback) + ":" + std::to_string(port_) + "/" + token_ + "/";
  }

  void change(const std::function<void(Desk&)>& change) {
    {
      const std::lock_guard lock(mutex_);
      change(desk_);
    }
    news_.notify_all();
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    news_.notify_all();
    server_.stop();
    if (listener_.joinable()) listener_.join();
  }

 private:
  void answer(const httplib::Request& request, httplib::Response& response) {
    // Of two hosts nobody knows which one others believe; and what is asked for here has no body.
    if (request.get_header_value_count("Host") > 1 || request.get_header_value_count("Origin") > 1 ||
        request.has_header("Transfer-Encoding") || request.get_header_value<std::uint64_t>("Content-Length") > 0)
      return refuse(response, Refusal::bad_request);
    const std::string host = request.get_header_value("Host"), origin = request.get_header_value("Origin");
    const std::string site = request.get_header_value("Sec-Fetch-Site");
    const auto judged = judge({request.method, request.target, host, origin, site}, port_, token_);
    if (const Refusal* refusal = std::get_if<Refusal>(&judged)) return refuse(response, *refusal);
    std::visit([&](const auto& wish) { serve(wish, response); }, std::get<Wish>(judged));
  }

  void serve(const Asset& asset, httplib::Response& response) const {
    const PageFile file = page_file(asset.name, language_);
    give(response, std::string(file.bytes), file.type);
  }
  void serve(const StateWish& /*wish*/, httplib::Response& response) {
    const std::lock_guard lock(mutex_);
    give(response, desk_.state_json(), "application/json");
  }
  void serve(const FactsWish& wish, httplib::Response& response) {
    const std::lock_guard lock(mutex_);
    give_or_refuse(response, desk_.facts(wish.page), "application/json");
  }
  void serve(const GridWish& wish, httplib::Response& response) {
    const std::lock_guard lock(mutex_);
    give_or_refuse(response, desk_.grid_json(wish.page, wish.dpi), "application/json");
  }
  void serve(const TileWish& wish, httplib::Response& response) {
    const std::lock_guard lock(mutex_);
    give_or_refuse(response, desk_.tile(wish.page, wish.dpi, wish.index, wish.key), "image/png", for_ever);
  }
  void serve(const ProposalsWish& /*wish*/, httplib::Response& response) {
    const std::lock_guard lock(mutex_);
    give(response, desk_.proposals_json(), "application/json");
  }
  void serve(const ProposalWish& wish, httplib::Response& response) {
    const std::lock_guard lock(mutex_);
    give_or_refuse(response, desk_.proposal_png(wish.proposal, wish.page), "image/png");
  }
  void serve(const EventsWish& /*wish*/, httplib::Response& response) {
    {
      const std::lock_guard lock(mutex_);
      if (listeners_ >= most_listeners) {
        response.status = 503;
        return;
      }
      ++listeners_;
    }
    response.status = 200;
    response.set_header("Cache-Control", fresh);
    response.set_chunked_content_provider(
        "text/event-stream",
        [this, told = 0](std::size_t /*offset*/, httplib::DataSink& sink) mutable { return tell(told, sink); },
        [this](bool /*whole*/) {
          const std::lock_guard lock(mutex_);
          --listeners_;
        });
  }

  /// Waits for a revision after `told` and writes it; false ends the connection.
  bool tell(int& told, httplib::DataSink& sink) {
    std::string event = ": still here\n\n";
    {
      std::unique_lock lock(mutex_);
      news_.wait_for(lock, heartbeat, [&] { return stopping_ || desk_.revision() != told; });
      if (stopping_) return false;
      if (desk_.revision() != told) {
        told = desk_.revision();
        event = "event: revision\ndata: " + std::to_string(told) + "\n\n";
      }
    }
    return sink.write(event.data(), event.size());
  }

  static void give_or_refuse(httplib::Response& response, std::optional<std::string> bytes, const char* type,
                             const char* caching = fresh) {
    if (!bytes) return refuse(response, Refusal::not_found);
    give(response, *std::move(bytes), type, caching);
  }

  Desk& desk_;
  const std::string token_;
  const Language language_;
  httplib::Server server_;
  std::thread listener_;
  std::mutex mutex_;  // over the desk and what follows
  std::condition_variable news_;
  bool stopping_ = false;
  int listeners_ = 0;
  int port_ = 0;
};

Server::Server(Desk& desk, std::string token, Language language)
    : state_(std::make_unique<State>(desk, std::move(token), language)) {}
Server::~Server() = default;
Result<void> Server::start(int port) { return state_->start(port); }
std::string Server::url() const { return state_->url(); }
void Server::change(const std::function<void(Desk&)>& change) { state_->change(change); }
void Server::stop() { state_->stop(); }

}  // namespace paiban::preview
