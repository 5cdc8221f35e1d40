#pragma once
// Everything that the bytes of an output depend on besides the issue and its pictures: the program and its libraries,
// the template, the words, the faces. Where two of these are the same, so are the bytes.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine.hpp"
#include "font/font_catalogue.hpp"
#include "libraries/libraries.hpp"

namespace paiban {

/// The program as it runs. Nothing of the machine is in it but the kind of processor, and no date.
struct BuildRecord {
  std::string version;    ///< of the engine: "0.1.0"
  std::string sources;    ///< SHA-256 over the sums of all files of engine/: the same sources have it with git or without
  std::string compiler;   ///< "GNU 12.2.0"
  std::string build;      ///< "Release"
  std::string processor;  ///< "x86_64"
  std::vector<libraries::Library> libraries;
};

[[nodiscard]] BuildRecord build_record();

/// The engine in one line, for those who keep a name only: "paiban 0.1.0 (3f1c0a5b2d4e)", the first twelve digits of `sources`.
[[nodiscard]] std::string engine_name();

/// A file of the data folder and its sum.
struct DataFile {
  std::string name;    ///< below the folder, with /: "templates/changji-front.xml"
  std::string sha256;  ///< 64 small hexadecimal digits
  int version = 0;     ///< of a template; 0: a file without versions
};

/// What an issue was set with.
struct DataRecord {
  DataFile design;               ///< the template
  std::vector<DataFile> others;  ///< words, record of numbers, catalogue of faces, those that there are, by name
  /// The faces of which a glyph stands on a page, by name. Their sums are the catalogue's: FontCatalogue::verify holds the files
  /// to them.
  std::vector<DataFile> faces;
};

/// `data`: Request::data, with which `edition` was set. An error where one of the files cannot be read any more.
[[nodiscard]] Result<DataRecord> data_record(const Edition& edition, const std::filesystem::path& data,
                                             const font::FontCatalogue& fonts);

}  // namespace paiban
