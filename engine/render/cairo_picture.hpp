#pragma once
// Pictures as Cairo surfaces.

#include "base/diagnostic.hpp"
#include "render/handles.hpp"
#include "render/picture.hpp"

namespace paiban::render {

/// A surface that a vector file embeds: a JPEG passes through byte for byte where every reader understands it alike.
[[nodiscard]] Result<SurfaceHandle> embedded_surface(const Picture& picture);

/// A surface to be sampled where the whole picture is drawn `least_width` pixels wide.
[[nodiscard]] Result<SurfaceHandle> sampled_surface(const Picture& picture, int least_width);

}  // namespace paiban::render
