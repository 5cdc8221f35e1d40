// paiban new: the day's issue before there is any copy.

#include <utility>

#include "base/message_table.hpp"
#include "cli/command.hpp"
#include "document/calendar.hpp"
#include "document/skeleton.hpp"
#include "document/template_reader.hpp"

namespace paiban::cli {
namespace {

/// What is known of issue numbers lies beside the templates.
constexpr const char* number_record = "anchors.xml";

struct NewWish {
  std::string day;
  std::string template_id;  ///< empty: the default one
  std::string target = "-";
  document::SkeletonWish open;
};

Result<std::string> make(const NewWish& wish, const std::filesystem::path& data, Report& report) {
  auto design = document::read_named_template(data, wish.template_id, {}, report);
  if (!design) return tl::unexpected(std::move(design).error());
  auto record = document::read_number_record(data / "templates" / number_record, report);
  if (!record) return tl::unexpected(std::move(record).error());
  // The command line was refused if this were none.
  return document::skeleton(document::parse_date(wish.day).value_or(document::Date{}), *design, *record, wish.open);
}

/// Writes where nothing is: a day's work is not to be lost to a second `new`.
void write_new(const NewWish& wish, const std::string& text, Session& session) {
  std::error_code ignored;  // what cannot be looked at cannot be written either, and write_to says so
  if (wish.target != "-" && std::filesystem::exists(wish.target, ignored)) {
    return session.report.add(Code::already_there, {}, {wish.target});
  }
  if (write_to(wish.target, text, session) && wish.target != "-") {
    say_progress(std::string(session.say("written: ", "已写出：")) + wish.target);
  }
}

class New final : public Command {
 public:
  NewWish wish;

  Exit run(Session& session) override {
    if (const auto data = find_data(session)) {
      auto text = make(wish, *data, session.report);
      if (text)
        write_new(wish, *text, session);
      else
        session.report.add(std::move(text).error());
    }
    print_diagnostics(session);
    return exit_of(session.report, session.strict);
  }
};

CLI::Validator is_date() {
  return {[](const std::string& text) {
            return document::parse_date(text) ? std::string{} : "'" + text + "' is no date (2025-02-05)";
          },
          "DATE"};
}

}  // namespace

Offer offer_new(CLI::App& app, Session& session) {
  auto made = std::make_unique<New>();
  NewWish& wish = made->wish;
  CLI::App* line = add_command(app, session, "new",
                               session.say("the day's skeleton: weekday, lunar date, issue number, the stories' outline",
                                           "当日期刊的骨架：星期、农历、期号、稿件框架"),
                               "paiban new 2025-02-06 -o issue.xml");
  line->add_option("DATE", wish.day, std::string(session.say("the day, as in 2025-02-06", "日期，如 2025-02-06")))
      ->required()
      ->check(is_date())
      ->option_text(" ");
  line->add_option("--template", wish.template_id,
                   std::string(session.say("template to outline; default: the one in templates/DEFAULT",
                                           "按此模板生成；默认见 templates/DEFAULT")))
      ->option_text("ID");
  line->add_option("-o", wish.target,
                   std::string(session.say("file to write, which must not exist; default: standard output",
                                           "输出文件（不得已存在）；默认：标准输出")))
      ->option_text("FILE");
  line->add_option(
          "--paper", wish.open.paper,
          std::string(session.say("the paper's name; default: the only one in the record", "报名；默认为资料中唯一的报纸")))
      ->option_text("NAME");
  line->add_option("--number", wish.open.number,
                   std::string(session.say("issue number; default: as the record has it", "总期号；默认按资料推算")))
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  line->add_option("--pages", wish.open.page_count,
                   std::string(session.say("number of pages; default: the paper's usual one", "版数；默认为该报惯例")))
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  return {line, std::move(made)};
}

}  // namespace paiban::cli
