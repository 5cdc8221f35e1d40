// qpdf warns every user who has not said which of its old pointers he knows: none.
#define POINTERHOLDER_TRANSITION 4
#include "libraries/libraries.hpp"

#include <cairo.h>
#include <fmt/format.h>
#include <ft2build.h>
#include <hb.h>
#include <lcms2.h>
#include <libdeflate.h>
#include <nettle/version.h>
#include <tiffio.h>
#include <unicode/uversion.h>
#include <zlib.h>

#include <array>
#include <cstdio>
#include <pugixml.hpp>
#include <qpdf/QPDF.hh>
#include <string_view>

#include FT_FREETYPE_H
#include FT_MODULE_H
// After <cstdio>: it needs FILE.
#include <jpeglib.h>
#include <png.h>

namespace paiban::libraries {
namespace {

#define PAIBAN_TEXT_OF(macro) PAIBAN_QUOTED(macro)
#define PAIBAN_QUOTED(text) #text

/// Of a library that counts in one number: 214 in steps of 100 is 2.14.
std::string parted(int number, int step) { return fmt::format("{}.{}", number / step, number % step); }

std::string freetype_version() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return {};
  FT_Int major = 0, minor = 0, patch = 0;
  FT_Library_Version(library, &major, &minor, &patch);
  FT_Done_FreeType(library);
  return fmt::format("{}.{}.{}", major, minor, patch);
}

std::string icu_version() {
  UVersionInfo parts{};
  u_getVersion(parts);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> words{};
  u_versionToString(parts, words.data());
  return words.data();
}

/// "LIBTIFF, Version 4.5.0" and more lines.
std::string tiff_version() {
  std::string_view words = TIFFGetVersion();
  words = words.substr(0, words.find('\n'));
  return std::string(words.substr(words.rfind(' ') + 1));
}

std::string pugixml_version() { return fmt::format("{}.{}", PUGIXML_VERSION / 1000, PUGIXML_VERSION % 1000 / 10); }

}  // namespace

std::vector<Library> libraries_in_use() {
  return {{"Cairo", cairo_version_string()},
          {"FreeType", freetype_version()},
          {"HarfBuzz", hb_version_string()},
          {"ICU", icu_version()},
          {"Little CMS", parted(cmsGetEncodedCMMversion() / 10, 100)},
          {"libdeflate", LIBDEFLATE_VERSION_STRING},
          {"libjpeg-turbo", PAIBAN_TEXT_OF(LIBJPEG_TURBO_VERSION)},
          {"libpng", png_get_libpng_ver(nullptr)},
          {"libtiff", tiff_version()},
          {"nettle", parted(nettle_version_major() * 100 + nettle_version_minor(), 100)},
          {"pugixml", pugixml_version()},
          {"qpdf", QPDF::QPDFVersion()},
          {"zlib", zlibVersion()}};
}

}  // namespace paiban::libraries
