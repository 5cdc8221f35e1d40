#pragma once
// What an issue is made from: when all of it is the same, so is what comes of it.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "archive/wish.hpp"
#include "base/diagnostic.hpp"
#include "font/font_catalogue.hpp"

namespace paiban::archive {

/// SHA-256 by name; of a file that cannot be had: missing_sum.
using Sums = std::map<std::string, std::string>;
inline constexpr const char* missing_sum = "missing";

struct Recipe {
  std::string engine;
  std::vector<std::string> profiles;  ///< in the order asked for
  bool bag = false;
  Sums issue;  ///< below the issue's folder: its file, pictures, copy, words of its own
  Sums data;   ///< below the data folder: the template, the house's words and numbers, faces, profiles; and the libraries
  friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// An issue's file and what it names.
struct IssueFiles {
  std::filesystem::path file;
  std::string template_id;         ///< empty: the default one
  std::vector<std::string> named;  ///< as written in it
};

/// The data folder's part, summed up once a run: each template by itself, all else together for every issue.
class DataSums {
 public:
  /// Looks whether every face is the one that the catalogue says: error face_differs or face_unreadable, the others in `report`.
  [[nodiscard]] static Result<DataSums> take(const RunWish& wish, const font::FontCatalogue& fonts, Report& report);

  [[nodiscard]] Sums of_template(const std::filesystem::path& data, const std::string& id) const;

 private:
  Sums templates_, common_;
};

[[nodiscard]] Recipe recipe_of(const IssueFiles& issue, const RunWish& wish, const DataSums& data);

}  // namespace paiban::archive
