#include "preview/watch.hpp"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>

namespace paiban::preview {
namespace {

constexpr std::uint32_t saves = IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM;
constexpr std::size_t buffer_bytes = 16 * 1024;

}  // namespace

Watch::Watch() : descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

Watch::~Watch() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Watch::follow(const std::set<std::filesystem::path>& files) {
  std::map<std::filesystem::path, std::set<std::string>> wanted;
  for (const std::filesystem::path& file : files) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    wanted[folder].insert(file.filename().string());
  }
  std::erase_if(folders_, [&](const Folder& folder) {
    const bool gone = !wanted.contains(folder.path);
    if (gone) ::inotify_rm_watch(descriptor_, folder.number);
    return gone;
  });
  for (auto& [path, names] : wanted) {
    const auto known = std::ranges::find(folders_, path, &Folder::path);
    if (known != folders_.end()) {
      known->names = std::move(names);
      continue;
    }
    const int number = ::inotify_add_watch(descriptor_, path.c_str(), saves);
    if (number >= 0) folders_.push_back({number, path, std::move(names)});
  }
}

bool Watch::is_followed(int number, const char* name) const {
  return std::ranges::any_of(folders_,
                             [&](const Folder& folder) { return folder.number == number && folder.names.contains(name); });
}

bool Watch::saved() {
  bool any = false;
  alignas(inotify_event) std::array<char, buffer_bytes> buffer{};
  for (;;) {
    const ssize_t count = ::read(descriptor_, buffer.data(), buffer.size());
    if (count <= 0) return any;
    for (const char* at = buffer.data(); at < buffer.data() + count;) {
      const auto* event = reinterpret_cast<const inotify_event*>(at);
      any = any || (event->mask & IN_Q_OVERFLOW) != 0 || (event->len > 0 && is_followed(event->wd, event->name));
      at += sizeof(inotify_event) + event->len;
    }
  }
}

}  // namespace paiban::preview
