// Writes what is kept of an issue into a folder: write_bag ISSUE DATA FOLDER [--times N]. For the tests of the bag, and to
// measure.

#include <chrono>
#include <filesystem>
#include <iostream>
#include <string>

#include "archive/bag.hpp"
#include "render/output_file.hpp"
#include "render/pdf.hpp"

namespace {

namespace fs = std::filesystem;
using namespace paiban;

int complain(const Diagnostic& trouble) {
  std::cerr << message_of(trouble, Language::english) << "\n";
  return 1;
}

int write(const std::vector<archive::BagFile>& bag, const fs::path& folder) {
  for (const archive::BagFile& file : bag) {
    fs::create_directories((folder / file.path).parent_path());
    if (const auto done = render::write_file(folder / file.path, file.bytes); !done) return complain(done.error());
  }
  return 0;
}

int run(const fs::path& issue, const fs::path& data, const fs::path& folder, int times) {
  Report report;
  const auto fonts = font::FontCatalogue::load(data / "fonts", report);
  if (!fonts) return complain(fonts.error());
  const auto edition = typeset({issue, data, {}}, *fonts, report);
  if (!edition) return complain(edition.error());
  render::RenderContext context(*fonts, edition->pictures);
  auto pdf = render::render_pdf(edition->lists, context);
  if (!pdf) return complain(pdf.error());
  const archive::BagSource source{*edition, issue, data, *fonts, {{"proof", *std::move(pdf)}}};
  const auto start = std::chrono::steady_clock::now();
  auto bag = archive::make_bag(source, context);
  for (int i = 1; bag && i < times; ++i) bag = archive::make_bag(source, context);
  if (!bag) return complain(bag.error());
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (times > 1) std::cerr << took.count() / times << " ms a bag of " << edition->pages.size() << " pages\n";
  return write(*bag, folder);
}

}  // namespace

int main(int count, char** arguments) {
  constexpr int needed = 4, with_times = 6;
  if (count < needed) return 2;
  return run(arguments[1], arguments[2], arguments[3], count == with_times ? std::stoi(arguments[5]) : 1);
}
