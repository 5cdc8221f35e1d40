#include "cli/issue_wish.hpp"

#include <map>
#include <utility>

namespace paiban::cli {

void add_issue_options(CLI::App& line, IssueWish& wish, Session& session, ProfileOption profile) {
  line.add_option("ISSUE", wish.issue,
                  std::string(session.say("the issue's XML file; - is standard input", "期刊 XML 文件；- 为标准输入")))
      ->required()
      ->option_text(" ");
  line.add_option("--template", wish.template_id,
                  std::string(session.say("template to use instead of the issue's own", "改用此模板而非期刊自带的模板")))
      ->option_text("ID");
  line.add_flag("--strict", session.strict, std::string(session.say("warnings fail too", "有警告即视为失败")));
  if (profile == ProfileOption::none) return;
  const std::map<std::string, Profile> profiles{
      {"proof", Profile::proof}, {"press", Profile::press}, {"archive", Profile::archive}};
  line.add_option("--profile", wish.profile,
                  std::string(session.say("how strict to be: proof writes an unfinished page too; proof, press or archive",
                                          "严格程度：proof 也写出未完成的版面；可选 proof、press、archive")))
      ->transform(CLI::CheckedTransformer(profiles))
      ->option_text("PROFILE");
}

std::optional<SetIssue> set_issue(const IssueWish& wish, Session& session) {
  auto data = open_data(session);
  if (!data) return std::nullopt;
  const auto stand_ins = wish.profile == Profile::proof ? document::StandIns::shown : document::StandIns::refused;
  auto edition = typeset({wish.issue, data->folder, wish.template_id, session.language, stand_ins}, data->fonts, session.report);
  if (!edition) {
    session.report.add(std::move(edition).error());
    return std::nullopt;
  }
  return SetIssue{*std::move(data), *std::move(edition)};
}

}  // namespace paiban::cli
