#pragma once
// The smallest PDFs that a finishing pass can be tried on.

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

namespace paiban::finish {

/// One page of 9 by 9 points with `content`; `resources` and `page_more` are entries of its dictionaries; object 5 is `object`.
inline std::string small_pdf(std::string_view content = "", std::string_view resources = "", std::string_view page_more = "",
                             std::string_view object = "null") {
  const std::array<std::string, 5> objects{
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
      fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<{}>>{}>>", resources, page_more),
      fmt::format("<</Length {}>>stream\n{}\nendstream", content.size(), content), std::string(object)};
  std::string file = "%PDF-1.4\n", table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = file.size();
  return file + table + fmt::format("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, start);
}

}  // namespace paiban::finish
