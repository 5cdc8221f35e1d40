#pragma once
// Owners of the font libraries' objects.

#include <ft2build.h>
#include <hb.h>

#include <memory>
#include FT_FREETYPE_H
#include FT_MODULE_H

namespace paiban::font {

struct CloseBlob {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct CloseShaperFace {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct CloseShaper {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
struct CloseRasteriser {
  void operator()(FT_FaceRec_* face) const { FT_Done_Face(face); }
};
/// FT_Done_Library, not FT_Done_FreeType: Cairo may hold a face, and with it the library, longer than we do.
struct CloseLibrary {
  void operator()(FT_LibraryRec_* library) const { FT_Done_Library(library); }
};

using BlobHandle = std::unique_ptr<hb_blob_t, CloseBlob>;
using ShaperFaceHandle = std::unique_ptr<hb_face_t, CloseShaperFace>;
using ShaperHandle = std::unique_ptr<hb_font_t, CloseShaper>;
using RasteriserHandle = std::unique_ptr<FT_FaceRec_, CloseRasteriser>;
using LibraryHandle = std::unique_ptr<FT_LibraryRec_, CloseLibrary>;

}  // namespace paiban::font
