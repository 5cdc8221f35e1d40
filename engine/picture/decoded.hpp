#pragma once
// What a reader gives of a file that is kept as samples.

#include <string>

#include "picture/picture.hpp"

namespace paiban::picture {

struct DecodedPicture {
  Raster raster;  ///< as it is stored
  Turn turn = Turn::upright;
  std::string profile;  ///< the bytes of its ICC profile; empty where it has none
  int pages = 1;        ///< pictures in the file, of which this is the first
};

}  // namespace paiban::picture
