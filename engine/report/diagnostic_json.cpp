#include "report/diagnostic_json.hpp"

namespace paiban::report {

using Json = nlohmann::ordered_json;

Json diagnostic_json(const Diagnostic& diagnostic, const Report& report, Language language) {
  const bool warning = gravity_of(diagnostic.code) == Gravity::warning;
  return Json{{"code", code_name(diagnostic.code)},
              {"severity", warning ? "warning" : "error"},
              {"file", report.path(diagnostic.at.file)},
              {"line", diagnostic.at.line},
              {"column", diagnostic.at.column},
              {"message", message_of(diagnostic, language)},
              {"hint", hint_of(diagnostic, language)},
              {"story", diagnostic.story},
              {"place", diagnostic.place}};
}

Json diagnostics_json(const Report& report, Language language) {
  Json all = Json::array();
  for (const Diagnostic& diagnostic : report.diagnostics()) all.push_back(diagnostic_json(diagnostic, report, language));
  return all;
}

std::string one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace paiban::report
