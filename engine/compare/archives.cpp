#include "compare/archives.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <system_error>
#include <vector>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "compare/alto_reader.hpp"

namespace paiban::compare {
namespace {

namespace fs = std::filesystem;

constexpr const char* manifest = "manifest-sha256.txt";
constexpr std::string_view pages_folder = "data/alto/";
constexpr std::size_t sum_digits = 64;
constexpr std::size_t most_bytes = std::size_t{256} << 20U;  // of a page's ALTO or a manifest

tl::unexpected<Diagnostic> unreadable(const fs::path& path, const std::string& reason) {
  return tl::unexpected(Diagnostic{Code::cannot_read, {}, {path.string(), reason}, {}, {}});
}

/// The folders of bags below `archive`, as they are called there. A bag has none inside.
Result<std::set<std::string>> bags_in(const fs::path& archive) {
  std::set<std::string> bags;
  std::error_code failed;
  fs::recursive_directory_iterator entry(archive, failed);
  if (failed) return unreadable(archive, failed.message());
  if (fs::exists(archive / manifest, failed)) return std::set<std::string>{"."};
  for (const fs::recursive_directory_iterator end; entry != end; entry.increment(failed)) {
    if (failed) return unreadable(archive, failed.message());
    if (!entry->is_directory(failed) || !fs::exists(entry->path() / manifest, failed)) continue;
    entry.disable_recursion_pending();
    bags.insert(entry->path().lexically_relative(archive).generic_string());
  }
  if (bags.empty()) return unreadable(archive, "holds no bags");
  return bags;
}

/// Sums of a bag's pages by file; of a bag that is not there, none.
Result<std::map<std::string, std::string>> pages_of(const fs::path& bag, bool there) {
  std::map<std::string, std::string> pages;
  if (!there) return pages;
  const auto text = read_whole(bag / manifest, most_bytes);
  if (!text) return unreadable(bag / manifest, text.error());
  for (std::string_view rest = *text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const auto name = line.find_last_of(" *");
    if (name == line.npos || name < sum_digits || !line.substr(name + 1).starts_with(pages_folder)) continue;
    pages.emplace(line.substr(name + 1), line.substr(0, sum_digits));
  }
  return pages;
}

/// 3 of "data/alto/0003.xml".
int number_of(std::string_view file) {
  const std::string_view digits = file.substr(pages_folder.size());
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

class Comparison {
 public:
  Comparison(const fs::path& was, const fs::path& now, const std::function<void(const ArchivePage&)>& tell)
      : was_(was), now_(now), tell_(tell) {}

  Result<ArchiveCount> run() {
    const auto old_bags = bags_in(was_), new_bags = bags_in(now_);
    if (!old_bags) return tl::unexpected(old_bags.error());
    if (!new_bags) return tl::unexpected(new_bags.error());
    std::set<std::string> all = *old_bags;
    all.insert(new_bags->begin(), new_bags->end());
    for (const std::string& bag : all)
      if (auto done = issue(bag, old_bags->contains(bag), new_bags->contains(bag)); !done) return tl::unexpected(done.error());
    return count_;
  }

 private:
  Result<void> issue(const std::string& bag, bool was_there, bool is_there) {
    const auto old_pages = pages_of(was_ / bag, was_there), new_pages = pages_of(now_ / bag, is_there);
    if (!old_pages) return tl::unexpected(old_pages.error());
    if (!new_pages) return tl::unexpected(new_pages.error());
    ++count_.issues;
    std::map<std::string, std::string> all = *old_pages;
    all.insert(new_pages->begin(), new_pages->end());
    for (const auto& [file, sum] : all) {
      ++count_.pages;
      const auto old_page = old_pages->find(file), new_page = new_pages->find(file);
      const bool same = old_page != old_pages->end() && new_page != new_pages->end() && old_page->second == new_page->second;
      if (same) continue;
      if (auto done = page(bag, file, old_page != old_pages->end(), new_page != new_pages->end()); !done) return done;
    }
    return {};
  }

  Result<void> page(const std::string& bag, const std::string& file, bool was_there, bool is_there) {
    const auto was = alto(was_ / bag / file, was_there), now = alto(now_ / bag / file, is_there);
    if (!was) return tl::unexpected(was.error());
    if (!now) return tl::unexpected(now.error());
    if (layout_of(*was) == layout_of(*now)) return {};
    ArchivePage changed{bag, file,
                        compare(was_there ? read_alto(*was, number_of(file)) : Printed{},
                                is_there ? read_alto(*now, number_of(file)) : Printed{})};
    ++count_.changed;
    count_.moved += changed.difference.moved;
    count_.reworded += changed.difference.reworded;
    tell_(changed);
    return {};
  }

  static Result<std::string> alto(const fs::path& path, bool there) {
    if (!there) return std::string();
    auto bytes = read_whole(path, most_bytes);
    if (!bytes) return unreadable(path, bytes.error());
    return *std::move(bytes);
  }

  const fs::path &was_, &now_;
  const std::function<void(const ArchivePage&)>& tell_;
  ArchiveCount count_;
};

}  // namespace

Result<ArchiveCount> compare_archives(const fs::path& was, const fs::path& now,
                                      const std::function<void(const ArchivePage&)>& tell) {
  return Comparison(was, now, tell).run();
}

}  // namespace paiban::compare
