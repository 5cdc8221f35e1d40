#include "digital/digital_edition.hpp"

#include <fmt/format.h>

#include <utility>

#include "digital/article_page.hpp"
#include "digital/data_files.hpp"
#include "digital/edition_json.hpp"
#include "digital/picture_file.hpp"
#include "digital/sheet_page.hpp"
#include "document/record.hpp"
#include "render/small_png.hpp"

namespace paiban::digital {
namespace {

class EditionMaker {
 public:
  EditionMaker(const Edition& edition, const EditionWish& wish, render::RenderContext& context)
      : edition_(edition),
        context_(context),
        site_{edition.plan.issue,
              document::fields_of(edition.plan.issue, edition.plan.design.calendar),
              articles_of(edition),
              {},
              {},
              Words(wish.language),
              wish.others} {
    site_.sheets = sheets_of(edition, site_.articles);
  }

  Result<std::vector<EditionFile>> run() {
    if (auto drawn = draw_sheets(); !drawn) return tl::unexpected(std::move(drawn).error());
    if (auto written = add_pictures(); !written) return tl::unexpected(std::move(written).error());
    std::vector<EditionFile> files;
    files.push_back({"index.html", front_page(site_)});
    for (std::size_t i = 0; i < site_.sheets.size(); ++i) files.push_back({address_of(site_.sheets[i]), sheet_page(site_, i)});
    for (std::size_t i = 0; i < site_.articles.size(); ++i)
      files.push_back({address_of(site_.articles[i]), article_page(site_, i)});
    files.push_back({"edition.css", std::string(style_sheet())});
    files.push_back({"edition.js", std::string(script())});
    files.push_back({"edition.json", edition_json(site_)});
    for (EditionFile& image : images_) files.push_back(std::move(image));
    return files;
  }

 private:
  Result<void> draw_sheets() {
    for (std::size_t i = 0; i < site_.sheets.size(); ++i) {
      const paint::DisplayList& list = edition_.lists[i];
      for (const auto& [image, dpi] : {std::pair(&site_.sheets[i].image, image_dpi(list.width)),
                                       std::pair(&site_.sheets[i].thumbnail, thumbnail_dpi(list.width))}) {
        auto png = render::render_small_png(list, dpi, context_);
        if (!png) return tl::unexpected(std::move(png).error());
        images_.push_back({image->file, *std::move(png)});
      }
    }
    return {};
  }

  Result<void> add_pictures() {
    for (const Article& article : site_.articles) {
      std::vector<Image>& images = site_.pictures.emplace_back();
      for (const Copy& part : article.parts)
        if (auto added = add_pictures(part, article.name, images); !added) return added;
    }
    return {};
  }

  Result<void> add_pictures(const Copy& copy, const std::string& name, std::vector<Image>& images) {
    if (copy.picture) {
      auto image = add_picture(*copy.picture, fmt::format("images/{}-{}", name, images.size() + 1));
      if (!image) return tl::unexpected(std::move(image).error());
      images.push_back(*std::move(image));
    }
    for (const Copy& box : copy.boxes)
      if (auto added = add_pictures(box, name, images); !added) return added;
    return {};
  }

  /// No file where there is no picture to use; that has been reported.
  Result<Image> add_picture(const document::Picture& picture, const std::string& name) {
    if (picture.file.empty()) return Image{};
    const Result<picture::Picture>& read = context_.pictures().take(picture.file);
    if (!read) return Image{};
    auto file = picture_file(*read, context_.colours());
    if (!file) return tl::unexpected(std::move(file).error());
    Image image{name + file->ending, file->width, file->height};
    images_.push_back({image.file, std::move(file->bytes)});
    return image;
  }

  const Edition& edition_;
  render::RenderContext& context_;
  Site site_;
  std::vector<EditionFile> images_;
};

}  // namespace

Result<std::vector<EditionFile>> digital_edition(const Edition& edition, const EditionWish& wish,
                                                 render::RenderContext& context) {
  return EditionMaker(edition, wish, context).run();
}

}  // namespace paiban::digital
