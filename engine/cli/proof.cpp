// paiban proof: the pages on paper to be read and marked, 大样 and 小样, or in one file for a phone.

#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/message_table.hpp"
#include "base/sha256.hpp"
#include "cli/issue_wish.hpp"
#include "cli/overlay_option.hpp"
#include "paint/overlay.hpp"
#include "proof/galleys.hpp"
#include "proof/html.hpp"
#include "proof/sheets.hpp"
#include "render/context.hpp"
#include "render/pdf.hpp"
#include "render/png.hpp"
#include "taboo/find_taboos.hpp"

namespace paiban::cli {
namespace {

constexpr int phone_dpi = 110;  // a broadsheet's body type is read at twice a phone's width

enum class Sheet : std::uint8_t { a3, a4, page, galley, contact, html };

struct ProofWish {
  IssueWish issue;
  std::string target;
  Sheet sheet = Sheet::a3;
  std::vector<paint::Overlay> overlays;
  bool plain = false;
  std::string revision, time;
};

class Proof final : public Command {
 public:
  ProofWish wish;

  Exit run(Session& session) override {
    auto issue = set_issue(wish.issue, session);
    if (issue && still_makes_a_page(session.report, wish.issue.profile)) write(*issue, session);
    print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }

 private:
  void write(SetIssue& issue, Session& session) {
    Edition& edition = issue.edition;
    for (const page::ComposedPage& page : edition.pages) taboo::report_taboos(edition.plan, edition.texts, page, session.report);
    for (std::size_t i = 0; i < edition.pages.size(); ++i)
      paint::underlay(edition.plan.design, edition.pages[i], wish.overlays, edition.lists[i]);
    auto bytes = made(issue, session);
    if (!bytes) return session.report.add(std::move(bytes).error());
    const std::string target = wish.target.empty() ? default_name() : wish.target;
    if (write_to(target, *bytes, session) && target != "-")
      say_progress(fmt::format("{} {}", session.say("written:", "已写出："), target));
  }

  [[nodiscard]] std::string default_name() const {
    if (wish.issue.issue == "-") return "-";
    return std::filesystem::path(wish.issue.issue).stem().string() + "-proof" + (wish.sheet == Sheet::html ? ".html" : ".pdf");
  }

  Result<std::string> made(SetIssue& issue, const Session& session) {
    render::RenderContext context(issue.data.fonts, std::move(issue.edition.pictures));
    const proof::SlugFacts facts{sha256_of(issue.edition.source), wish.revision, wish.time};
    if (wish.sheet == Sheet::html) return html(issue.edition, facts, session, context);
    proof::Captions captions(issue.edition.plan.design, issue.data.fonts);
    const auto sheets = this->sheets(issue.edition, facts, captions);
    if (!sheets) return tl::unexpected(sheets.error());
    return render::render_pdf(*sheets, context);
  }

  static Result<std::string> html(const Edition& edition, const proof::SlugFacts& facts, const Session& session,
                                  render::RenderContext& context) {
    std::vector<std::string> pictures;
    for (const paint::DisplayList& list : edition.lists) {
      auto picture = render::render_png(list, phone_dpi, context);
      if (!picture) return tl::unexpected(std::move(picture).error());
      pictures.push_back(*std::move(picture));
    }
    return proof::proof_html(edition, pictures, session.report, facts, session.language);
  }

  Result<std::vector<paint::DisplayList>> sheets(const Edition& edition, const proof::SlugFacts& facts,
                                                 proof::Captions& captions) const {
    if (wish.sheet == Sheet::galley) return proof::galleys(edition, facts, captions);
    if (wish.sheet == Sheet::contact) return proof::contact_sheets(edition, facts, captions);
    const proof::Marks marks{!wish.plain};
    std::vector<paint::DisplayList> all;
    for (std::size_t page = 0; page < edition.lists.size(); ++page) {
      auto sheets = of_page(edition, page, facts, marks, captions);
      if (!sheets) return sheets;
      for (paint::DisplayList& sheet : *sheets) all.push_back(std::move(sheet));
    }
    return all;
  }

  Result<std::vector<paint::DisplayList>> of_page(const Edition& edition, std::size_t page, const proof::SlugFacts& facts,
                                                  const proof::Marks& marks, proof::Captions& captions) const {
    if (wish.sheet == Sheet::a4) return proof::tiled_proof(edition, page, facts, marks, captions);
    const auto one = wish.sheet == Sheet::page ? proof::marked_page : proof::large_proof;
    return one(edition, page, facts, marks, captions).map([](paint::DisplayList sheet) {
      std::vector<paint::DisplayList> sheets;
      sheets.push_back(std::move(sheet));
      return sheets;
    });
  }
};

}  // namespace

Offer offer_proof(CLI::App& app, Session& session) {
  auto proof = std::make_unique<Proof>();
  ProofWish& wish = proof->wish;
  CLI::App* line =
      add_command(app, session, "proof", session.say("prints pages and galleys to be read and marked", "打出大样、小样，供校对"),
                  "paiban proof issue.xml\n  paiban proof issue.xml --sheet galley -o galleys.pdf\n  paiban proof issue.xml "
                  "--sheet html -o phone.html");
  add_issue_options(*line, wish.issue, session);
  line->add_option("-o", wish.target,
                   std::string(session.say("file to write; - is standard output; default: the issue's name with -proof",
                                           "输出文件；- 为标准输出；默认：期刊名加 -proof")))
      ->option_text("FILE");
  const std::map<std::string, Sheet> sheets{{"a3", Sheet::a3},         {"a4", Sheet::a4},           {"page", Sheet::page},
                                            {"galley", Sheet::galley}, {"contact", Sheet::contact}, {"html", Sheet::html}};
  line->add_option("--sheet", wish.sheet,
                   std::string(session.say(
                       "a3: a page on A3; a4: at its own size over sheets of A4; page: at its own size with crop marks; "
                       "galley: story by story, wide apart; contact: all pages on one sheet; html: one file for a "
                       "phone; default a3",
                       "a3：大样，缩在 A3 上；a4：原大，分印在 A4 上；page：原大带裁切线；galley：小样，逐稿，行距宽；"
                       "contact：全部版面缩在一张上；html：手机可看的单个文件；默认 a3")))
      ->transform(CLI::CheckedTransformer(sheets))
      ->option_text("SHEET");
  add_overlay_option(*line, wish.overlays, session);
  line->add_flag("--plain", wish.plain, std::string(session.say("without line numbers", "不印行号")));
  line->add_option(
          "--revision", wish.revision,
          std::string(session.say("what this proof is called, as “second”: printed in its slug", "稿次，如“二校”，印在版脚")))
      ->option_text("WORDS");
  line->add_option("--time", wish.time,
                   std::string(session.say("a time to print in the slug; none is looked up", "印在版脚的时间；不自动取")))
      ->option_text("WORDS");
  return {line, std::move(proof)};
}

}  // namespace paiban::cli
