#pragma once
// What a made issue's folder says of itself: what it was made from, what is in it, what was found odd. Nothing of when or where.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/recipe.hpp"

namespace paiban::archive {

inline constexpr const char* record_name = "record.json";

/// A trouble as a record and a manifest keep it: in English, with names below the or the data folder, so that they are
/// the same whoever runs it and wherever.
struct Complaint {
  std::string code;  ///< "E0123"
  std::string file;  ///< "issue.xml"; empty: of no file
  std::uint32_t line = 0, column = 0;
  std::string message;
  std::string story, place;
  std::string said;  ///< as said on standard error; kept in neither
  friend bool operator==(const Complaint&, const Complaint&) = default;
};

struct Record {
  std::string date;  ///< 2025-02-05
  int number = 0;    ///< 0: not declared
  int pages = 0;
  Recipe recipe;
  Sums outputs;  ///< every file of the folder but the record
  std::vector<Complaint> complaints;
  friend bool operator==(const Record&, const Record&) = default;
};

/// JSON; the same record gives the same text.
[[nodiscard]] std::string record_text(const Record& record);
/// nullopt unless `text` is record_text() of a record, to the byte.
[[nodiscard]] std::optional<Record> read_record(std::string_view text);

/// What stands in a folder that was made before.
struct Found {
  std::optional<Record> record;  ///< where all of it is whole
  std::string damaged;           ///< else the first file that is not: another, missing, or not named by the record
};
[[nodiscard]] Found look_at(const std::filesystem::path& folder);

/// The first part of the recipe that differs: "pictures/a.jpg"; empty: none does.
[[nodiscard]] std::string first_difference(const Recipe& one, const Recipe& other);

}  // namespace paiban::archive
