// xmllint knows XML from another hand: what it calls ill-formed the gate refuses, and the other way round.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "document/xml_gate.hpp"

namespace paiban::document {
namespace {

bool has_xmllint() { return std::system("command -v xmllint >/dev/null 2>&1") == 0; }

// Asks xmllint about many files at once: one process costs more than a thousand files.
std::set<std::string> refused_by_xmllint(const std::filesystem::path& folder) {
  const std::filesystem::path words = folder / "words";
  const std::string command = "cd '" + folder.string() + "' && ls | grep '\\.xml$' | xargs xmllint --nonet --noout >words 2>&1";
  (void)!std::system(command.c_str());  // its exit code tells of the last fault only
  std::set<std::string> refused;
  std::ifstream in(words);
  for (std::string line; std::getline(in, line);) {
    // That a namespace's name is no URI is no fault of form (Namespaces in XML 1.0, section 2.2).
    const bool fault = line.find(" error : ") != std::string::npos && line.find("is not a valid URI") == std::string::npos;
    if (fault && line.find(".xml:") != std::string::npos) refused.insert(line.substr(0, line.find(".xml:")));
  }
  return refused;
}

// Refused by house rule, not by the standard.
bool is_house_rule(std::string_view code) {
  constexpr std::array<std::string_view, 4> rules{"E0106", "E0108", "E0123", "E0124"};
  return std::ranges::find(rules, code) != rules.end();
}

// libxml2 2.9 takes a version number without its last digits; production [26] does not.
bool is_lenience_of_xmllint(const std::string& bytes) { return bytes.find("version=\"1.\"") != std::string::npos; }

class Mutations {
 public:
  explicit Mutations(std::string seed) : seed_(std::move(seed)) {}

  std::string next() {
    std::string bytes = seed_;
    for (std::uint32_t i = 0; i < 1 + random(3); ++i) mutate(bytes);
    return bytes;
  }

 private:
  std::uint32_t random(std::uint32_t below) {
    state_ = state_ * 1'664'525U + 1'013'904'223U;  // Numerical Recipes' congruence: the same files in every run
    return (state_ >> 12U) % below;
  }
  void mutate(std::string& bytes) {
    static constexpr std::array<std::string_view, 44> pieces{"<",
                                                             ">",
                                                             "/",
                                                             "\"",
                                                             "'",
                                                             "&",
                                                             ";",
                                                             "=",
                                                             " ",
                                                             "-",
                                                             "--",
                                                             "]]>",
                                                             "<!--",
                                                             "-->",
                                                             "<![CDATA[",
                                                             "<?x ?>",
                                                             "<?xml version='1.0'?>",
                                                             "&#0;",
                                                             "&#x41;",
                                                             "&#xD800;",
                                                             "&amp;",
                                                             "&e;",
                                                             "xmlns:p='u'",
                                                             "p:",
                                                             ":",
                                                             "xmlns=''",
                                                             "\x01",
                                                             "\xC0",
                                                             "\xEF\xBF\xBE",
                                                             "昌",
                                                             "<a/>",
                                                             "</a>",
                                                             "<a b='1' b='2'/>",
                                                             "\t",
                                                             "\r\n",
                                                             "1",
                                                             ".",
                                                             "xml:lang='zh'",
                                                             "<p:a/>",
                                                             "<a",
                                                             "text",
                                                             "<!X>",
                                                             "standalone='yes'",
                                                             "\xEF\xBB\xBF"};
    const std::size_t at = random(static_cast<std::uint32_t>(bytes.size()));
    const std::size_t length = random(6);
    switch (random(3)) {
      case 0:
        bytes.insert(at, pieces[random(pieces.size())]);
        break;
      case 1:
        bytes.erase(at, length);
        break;
      default:
        bytes.replace(at, length, pieces[random(pieces.size())]);
    }
  }

  std::string seed_;
  std::uint32_t state_ = 12'184;
};

constexpr std::string_view seed =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- 昌吉 --><?go on?>\n"
    "<a xmlns=\"u\" xmlns:p=\"v\" b=\"1\" p:b='&lt;2'>text &amp; <p:c d=''/><![CDATA[<x>]]>\n"
    "<e><f>昌吉日报&#x4E00;</f></e></a>\n";

TEST(XmlOracle, AgreesWithXmllint) {
  if (!has_xmllint()) GTEST_SKIP() << "no xmllint here";
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "paiban-xml-oracle";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  constexpr int files = 1'000;
  std::vector<std::string> kept;
  Mutations mutations{std::string(seed)};
  for (int i = 0; i < files; ++i) {
    kept.push_back(mutations.next());
    std::ofstream(folder / (std::to_string(i) + ".xml"), std::ios::binary) << kept.back();
  }
  const std::set<std::string> refused = refused_by_xmllint(folder);
  int ours = 0;
  for (int i = 0; i < files; ++i) {
    const auto fault = find_xml_fault(kept[static_cast<std::size_t>(i)]);
    if (fault) ++ours;
    if (fault && (is_house_rule(code_name(fault->code)) || is_lenience_of_xmllint(kept[static_cast<std::size_t>(i)]))) continue;
    EXPECT_EQ(fault.has_value(), refused.contains(std::to_string(i))) << (fault ? code_name(fault->code) : "accepted") << "\n"
                                                                      << kept[static_cast<std::size_t>(i)];
  }
  EXPECT_GT(ours, files / 4);
  EXPECT_LT(ours, files);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace paiban::document
