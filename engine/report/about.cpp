#include "report/about.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace paiban::report {

std::string about_json(const BuildRecord& record) {
  nlohmann::ordered_json libraries = nlohmann::ordered_json::object();
  for (const libraries::Library& library : record.libraries) libraries[library.name] = library.version;
  const nlohmann::ordered_json json{{"engine", record.version}, {"sources", record.sources},     {"compiler", record.compiler},
                                    {"build", record.build},    {"processor", record.processor}, {"libraries", libraries}};
  return json.dump(1) + '\n';
}

std::string about_text(const BuildRecord& record) {
  std::string text = fmt::format("paiban {}\nsources {}\n{} {} {}\n", record.version, record.sources, record.compiler,
                                 record.build, record.processor);
  for (const libraries::Library& library : record.libraries) text += fmt::format("{} {}\n", library.name, library.version);
  return text;
}

}  // namespace paiban::report
