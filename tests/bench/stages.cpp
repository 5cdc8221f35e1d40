// The front page of 12184, a stage at a time, warm: what each costs again once faces and tables are in memory.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "document/issue_reader.hpp"
#include "document/template_reader.hpp"
#include "engine.hpp"
#include "page/compose_page.hpp"
#include "paint/paint.hpp"
#include "paragraph/best_fit.hpp"
#include "paragraph/costs.hpp"
#include "render/context.hpp"
#include "render/pdf.hpp"
#include "render/png.hpp"
#include "text/shape.hpp"

namespace paiban {
namespace {

const std::filesystem::path tree = PAIBAN_SOURCE_DIR;
const std::filesystem::path issue_file = tree / "issues/12184/issue.xml";

template <typename T>
T require(Result<T> result) {
  if (result) return *std::move(result);
  std::fputs(message_of(result.error(), Language::english).c_str(), stderr);
  std::exit(1);
}

const font::FontCatalogue& fonts() {
  static Report report;
  static const font::FontCatalogue catalogue = require(font::FontCatalogue::load(tree / "fonts", report));
  return catalogue;
}

const Edition& edition() {
  static Report report;
  static const Edition set = require(typeset({issue_file, tree, {}, Language::english}, fonts(), report));
  return set;
}

void read_issue(benchmark::State& state) {
  for (auto _ : state) {
    Report report;
    benchmark::DoNotOptimize(document::read_issue(issue_file, report));
  }
}

void read_template(benchmark::State& state) {
  for (auto _ : state) {
    Report report;
    benchmark::DoNotOptimize(document::read_template(edition().plan.design.file, {}, report));
  }
}

void shape(benchmark::State& state) {
  for (auto _ : state) {
    Report report;
    benchmark::DoNotOptimize(text::shape_texts(edition().plan, fonts(), report));
  }
}

void compose(benchmark::State& state) {
  for (auto _ : state) {
    Report report;
    benchmark::DoNotOptimize(page::compose_pages(edition().plan, edition().texts, report));
  }
}

/// The measures that a make-up of the page asks for: 13 to 19.5 em.
constexpr int least_half_ems = 26, most_half_ems = 39;

void draw_curves(const text::ShapedParagraph& p) {
  const paragraph::Ruler ruler(p);
  for (int half_ems = least_half_ems; half_ems <= most_half_ems; ++half_ems) {
    const paragraph::Setting setting{p.em * half_ems / 2, p.em * 2, {}, false, paragraph::tightest};
    benchmark::DoNotOptimize(paragraph::BestFit(ruler, setting).curve());
  }
}

/// The running text of the page, shaped anew and its curves at fourteen measures.
void shape_and_curves(benchmark::State& state) {
  text::TextShaper shaper(fonts());
  for (auto _ : state) {
    Report report;
    for (document::TextId id = 0; id < edition().plan.texts.size(); ++id) {
      const document::PlannedText& text = edition().plan.texts[id];
      if (text.role != document::Role::paragraph) continue;
      draw_curves(*shaper.shape(text, edition().plan.style_of(id), report));
    }
  }
}

/// One paragraph of 160 characters after an edit: shaped and composed.
void one_paragraph(benchmark::State& state) {
  text::TextShaper shaper(fonts());
  document::TextId id = 0;
  constexpr std::size_t usual_bytes = 480;
  while (edition().plan.texts[id].text.utf8.size() < usual_bytes) ++id;
  for (auto _ : state) {
    Report report;
    const auto shaped = shaper.shape(edition().plan.texts[id], edition().plan.style_of(id), report);
    const paragraph::Setting setting{shaped->em * Ratio{165'000}, shaped->em * 2, {}, false, paragraph::tightest};
    benchmark::DoNotOptimize(compose(*shaped, setting, paragraph::Composer::best));
  }
}

void paint(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(paint::paint_page(edition().plan, edition().texts, edition().pages.front()));
}

void pdf(benchmark::State& state) {
  render::RenderContext context(fonts(), edition().pictures);
  for (auto _ : state) benchmark::DoNotOptimize(render::render_pdf(edition().lists, context));
}

void png(benchmark::State& state) {
  constexpr int screen = 100;  // dpi
  render::RenderContext context(fonts(), edition().pictures);
  for (auto _ : state) benchmark::DoNotOptimize(render::render_png(edition().lists.front(), screen, context));
}

BENCHMARK(read_issue)->Unit(benchmark::kMillisecond);
BENCHMARK(read_template)->Unit(benchmark::kMillisecond);
BENCHMARK(shape)->Unit(benchmark::kMillisecond);
BENCHMARK(compose)->Unit(benchmark::kMillisecond);
BENCHMARK(shape_and_curves)->Unit(benchmark::kMillisecond);
BENCHMARK(one_paragraph)->Unit(benchmark::kMicrosecond);
BENCHMARK(paint)->Unit(benchmark::kMillisecond);
BENCHMARK(pdf)->Unit(benchmark::kMillisecond);
BENCHMARK(png)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace paiban

BENCHMARK_MAIN();
