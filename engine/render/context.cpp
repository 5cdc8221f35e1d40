#include "render/context.hpp"

#include <utility>

#include "render/cairo_faces.hpp"

namespace paiban::render {

RenderContext::RenderContext(const font::FontCatalogue& fonts, picture::PictureShelf pictures)
    : faces_(std::make_unique<CairoFaces>(fonts)), pictures_(std::move(pictures)) {}
RenderContext::RenderContext(RenderContext&&) noexcept = default;
RenderContext::~RenderContext() = default;

}  // namespace paiban::render
