#pragma once
// Rows of a table file: fields between ";", what follows " # " or a "#" at the line's start is commentary, a line "set name=value
// name=value" holds for the rows after it.

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace paiban::test {

using Settings = std::map<std::string, std::string>;

struct Row {
  std::string where;  ///< "edges.lines:12"
  std::vector<std::string> fields;
  Settings settings;
};

inline std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

inline void change_settings(const std::string& words, Settings& settings) {
  std::istringstream in(words);
  for (std::string word; in >> word;) {
    const auto equals = word.find('=');
    settings[word.substr(0, equals)] = equals == std::string::npos ? std::string() : word.substr(equals + 1);
  }
}

inline std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, ';');) fields.push_back(trimmed(field));
  return fields;
}

inline void read_rows(const std::filesystem::path& file, std::vector<Row>& rows) {
  std::ifstream in(file);
  Settings settings;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    line = line.starts_with("#") ? std::string() : trimmed(line.substr(0, line.find(" #")));
    if (line.starts_with("set "))
      change_settings(line.substr(4), settings);
    else if (!line.empty())
      rows.push_back({file.filename().string() + ":" + std::to_string(number), fields_of(line), settings});
  }
}

/// The rows of every file in tests/tables/`folder` with that extension, in the order of the files' names.
inline std::vector<Row> rows_of(const std::string& folder, const std::string& extension) {
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PAIBAN_SOURCE_DIR "/tests/tables/") + folder))
    if (entry.path().extension() == extension) files.insert(entry.path());
  std::vector<Row> rows;
  for (const auto& file : files) read_rows(file, rows);
  return rows;
}

}  // namespace paiban::test
