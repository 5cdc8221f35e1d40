#pragma once
// Sees files being saved (inotify).

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace paiban::preview {

/// Watches the folders of files: editors write a new file and put it in the old one's place, so the file itself would be lost
/// sight of.
class Watch {
 public:
  Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch();

  /// Readable when something was saved; −1 where the system cannot watch.
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// From now on, `files` are watched; those of before no more. Folders that are not there are passed over.
  void follow(const std::set<std::filesystem::path>& files);
  /// Reads all that has come; whether one of the files was written, put in place or taken away.
  [[nodiscard]] bool saved();

 private:
  struct Folder {
    int number = 0;  ///< inotify's
    std::filesystem::path path;
    std::set<std::string> names;
  };
  [[nodiscard]] bool is_followed(int number, const char* name) const;

  int descriptor_ = -1;
  std::vector<Folder> folders_;
};

}  // namespace paiban::preview
