#include "cli/overlay_option.hpp"

#include <map>
#include <string>

namespace paiban::cli {

void add_overlay_option(CLI::App& line, std::vector<paint::Overlay>& overlays, const Session& session) {
  const std::map<std::string, paint::Overlay> names{
      {"grid", paint::Overlay::grid}, {"rows", paint::Overlay::rows}, {"regions", paint::Overlay::regions}};
  line.add_option("--overlay", overlays,
                  std::string(session.say("shown under the page: grid, rows, regions, separated by commas",
                                          "在版面下衬出：grid（栏格）、rows（行格）、regions（稿件外框），用逗号分隔")))
      ->delimiter(',')
      ->transform(CLI::CheckedTransformer(names))
      ->option_text("LIST");
}

}  // namespace paiban::cli
