// paiban render: sets the issue and writes it.

#include <fmt/format.h>

#include <map>
#include <span>
#include <utility>

#include "base/message_table.hpp"
#include "cli/issue_wish.hpp"
#include "cli/overlay_option.hpp"
#include "cli/page_choice.hpp"
#include "cli/sealed.hpp"
#include "finished_pdf.hpp"
#include "paint/overlay.hpp"
#include "render/context.hpp"
#include "render/dump.hpp"
#include "render/pdf.hpp"
#include "render/png.hpp"
#include "render/svg.hpp"
#include "report/trace.hpp"

namespace paiban::cli {
namespace {

/// For a screen: a broadsheet page comes out at 1536 × 2166 pixels.
constexpr int default_dpi = 100;
constexpr int least_dpi = 10;
/// Above it a broadsheet page has more than render::most_raster_pixels.
constexpr int most_dpi = 600;

struct RenderWish {
  IssueWish issue;
  std::string target;            ///< empty: default_target
  std::optional<Format> format;  ///< none: what the target's ending says, else PDF
  int page = 0;                  ///< 0: all
  int dpi = default_dpi;
  std::vector<paint::Overlay> overlays;
  std::optional<finish::Flavour> flavour;  ///< none: the profile's usual
  std::string icc;                         ///< empty: the carried one
  bool sealed = false;                     ///< only what was sealed 付印
};

Format format_wished(const RenderWish& wish) {
  if (wish.format) return *wish.format;
  return format_of(wish.target).value_or(Format::pdf);
}

/// What was said of one profile and does not go with the one at hand; nullopt where all does.
std::optional<Diagnostic> contradiction(const RenderWish& wish) {
  const Profile profile = wish.issue.profile;
  const auto not_of_profile = [](const std::string& option, const std::string& profiles) {
    return Diagnostic{Code::option_not_of_profile, {}, {option, profiles}, {}, {}};
  };
  if (!wish.overlays.empty() && profile != Profile::proof) return not_of_profile("--overlay", "--profile proof");
  if (!wish.icc.empty() && profile != Profile::press) return not_of_profile("--icc", "--profile press");
  if (!wish.flavour) return std::nullopt;
  const Profile own = is_for_press(*wish.flavour) ? Profile::press : Profile::archive;
  if (own == profile) return std::nullopt;
  return not_of_profile(fmt::format("--flavour {}", name_of(*wish.flavour)),
                        own == Profile::press ? "--profile press" : "--profile archive");
}

/// A proof is as Cairo draws it; what leaves the house keeps a standard.
Result<std::string> draw_pdf(const SetIssue& issue, const RenderWish& wish, render::RenderContext& context) {
  switch (wish.issue.profile) {
    case Profile::proof:
      return render::render_pdf(issue.edition.lists, context);
    case Profile::press:
      return finished_pdf(issue.edition, {wish.flavour.value_or(finish::Flavour::x4), issue.data.folder, wish.icc}, context);
    case Profile::archive:
      return finished_pdf(issue.edition, {wish.flavour.value_or(finish::Flavour::a2u), issue.data.folder, {}}, context);
  }
  return tl::unexpected(Diagnostic{Code::internal_fault, {}, {"profile"}, {}, {}});
}

/// One file with all of `pages`; the trace tells of the whole edition.
Result<std::string> draw(const SetIssue& issue, std::span<const paint::DisplayList> pages, const RenderWish& wish,
                         render::RenderContext& context) {
  switch (format_wished(wish)) {
    case Format::pdf:
      return draw_pdf(issue, wish, context);
    case Format::png:
      return render::render_png(pages.front(), wish.dpi, context);
    case Format::svg:
      return render::render_svg(pages.front(), context);
    case Format::dump:
      return render::dump(pages, issue.data.fonts);
    case Format::trace:
      return report::trace_json(issue.edition);
  }
  return tl::unexpected(Diagnostic{Code::internal_fault, {}, {"format"}, {}, {}});
}

/// A file of the output: its name and what goes into it.
struct File {
  std::string name;
  std::string bytes;
};

/// Every file is drawn before the first is written.
Result<std::vector<File>> draw_all(SetIssue& issue, const RenderWish& wish) {
  const Format format = format_wished(wish);
  const std::span<const paint::DisplayList> pages(issue.edition.lists);
  const std::string target = wish.target.empty() ? default_target(wish.issue.issue, format, pages.size()) : wish.target;
  const bool one_file = holds_many_pages(format);
  if (!one_file && pages.size() > 1 && !tells_pages_apart(target)) {
    return tl::unexpected(Diagnostic{Code::one_name_many_pages, {}, {target, std::to_string(pages.size())}, {}, {}});
  }
  render::RenderContext context(issue.data.fonts, std::move(issue.edition.pictures));
  if (wish.issue.profile != Profile::press) show_inks(issue.data.folder, wish.icc, context);
  std::vector<File> files;
  const std::size_t step = one_file ? pages.size() : 1;
  for (std::size_t first = 0; first < pages.size(); first += step) {
    auto bytes = draw(issue, pages.subspan(first, step), wish, context);
    if (!bytes) return tl::unexpected(std::move(bytes).error());
    files.push_back({one_file ? target : page_name(target, pages[first].page), *std::move(bytes)});
  }
  return files;
}

/// Leaves only the pages that are wished for in `edition`.
Result<void> choose(Edition& edition, int wanted) {
  std::vector<int> numbers;
  for (const paint::DisplayList& list : edition.lists) numbers.push_back(list.page);
  const auto chosen = choose_pages(numbers, wanted);
  if (!chosen) return tl::unexpected(chosen.error());
  if (wanted != 0) {
    edition.pages = {std::move(edition.pages[chosen->front()])};
    edition.lists = {std::move(edition.lists[chosen->front()])};
  }
  return {};
}

/// `watch`: over what was sealed, where only that is wished for.
void write(SetIssue& issue, const RenderWish& wish, const std::optional<SealWatch>& watch, Session& session) {
  Edition& edition = issue.edition;
  for (std::size_t i = 0; i < edition.pages.size(); ++i)
    paint::underlay(edition.plan.design, edition.pages[i], wish.overlays, edition.lists[i]);
  auto files = choose(edition, wish.page).and_then([&] { return draw_all(issue, wish); });
  if (!files) return session.report.add(std::move(files).error());
  if (watch && !watch->lies_still(session)) return;
  for (const File& file : *files) {
    if (!write_to(file.name, file.bytes, session)) return;
    if (file.name != "-") say_progress(fmt::format("{} {}", session.say("written:", "已写出："), file.name));
  }
}

class Render final : public Command {
 public:
  RenderWish wish;

  Exit run(Session& session) override {
    std::optional<SealWatch> watch;
    if (auto trouble = contradiction(wish))
      session.report.add(*std::move(trouble));
    else if (!wish.sealed || (watch = SealWatch::begin(wish.issue, session)))
      set_and_write(watch, session);
    print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }

 private:
  void set_and_write(const std::optional<SealWatch>& watch, Session& session) const {
    auto issue = set_issue(wish.issue, session);
    if (!issue || !still_makes_a_page(session.report, wish.issue.profile)) return;
    if (!watch || watch->holds(*issue, wish.icc, session)) write(*issue, wish, watch, session);
  }
};

}  // namespace

Offer offer_render(CLI::App& app, Session& session) {
  auto render = std::make_unique<Render>();
  RenderWish& wish = render->wish;
  CLI::App* line = add_command(
      app, session, "render", session.say("sets an issue and writes its pages", "排出期刊并写出版面"),
      "paiban render issues/12184/issue.xml -o 12184.pdf\n  paiban render issue.xml --format png --dpi 150 -o page-%d.png");
  add_issue_options(*line, wish.issue, session);
  line->add_option(
          "-o", wish.target,
          std::string(session.say("file to write, %d standing for the page's number; - is standard output; default: the issue's "
                                  "name in the current folder",
                                  "输出文件，%d 代表版次；- 为标准输出；默认：当前文件夹，与期刊同名")))
      ->option_text("FILE");
  const std::map<std::string, Format> formats{
      {"pdf", Format::pdf}, {"png", Format::png}, {"svg", Format::svg}, {"dump", Format::dump}, {"trace", Format::trace}};
  line->add_option_function<Format>(
          "--format", [&wish](Format format) { wish.format = format; },
          std::string(session.say(
              "pdf, png, svg, dump (the display list as text) or trace (JSON); default: by the file's ending, else pdf",
              "pdf、png、svg、dump（显示列表文本）或 trace（JSON）；默认按文件扩展名，否则为 pdf")))
      ->transform(CLI::CheckedTransformer(formats))
      ->option_text("FORMAT");
  std::map<std::string, finish::Flavour> flavours;
  for (const finish::Flavour flavour :
       {finish::Flavour::x4, finish::Flavour::x1a, finish::Flavour::a2u, finish::Flavour::a3u, finish::Flavour::a1b})
    flavours.emplace(name_of(flavour), flavour);
  line->add_option_function<finish::Flavour>(
          "--flavour", [&wish](finish::Flavour flavour) { wish.flavour = flavour; },
          std::string(
              session.say("which standard a PDF keeps: x4 (the usual) or x1a for press, a2u (the usual), a3u or a1b for archive",
                          "PDF 遵循的标准：press 用 x4（默认）或 x1a，archive 用 a2u（默认）、a3u 或 a1b")))
      ->transform(CLI::CheckedTransformer(flavours))
      ->option_text("FLAVOUR");
  line->add_option("--icc", wish.icc,
                   std::string(session.say("the press's ICC profile; default: newsprint, modelled",
                                           "印刷机的 ICC 特性文件；默认：模拟的新闻纸")))
      ->option_text("FILE");
  line->add_option("--page", wish.page, std::string(session.say("this page alone; default: all", "只写此版；默认全部")))
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  line->add_option("--dpi", wish.dpi,
                   std::string(session.say("pixels an inch of a PNG; default 100", "PNG 每英寸像素数；默认 100")))
      ->check(CLI::Range(least_dpi, most_dpi))
      ->option_text("N");
  add_overlay_option(*line, wish.overlays, session);
  add_sealed_option(*line, wish.sealed, session);
  return {line, std::move(render)};
}

}  // namespace paiban::cli
