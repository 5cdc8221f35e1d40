#include "archive/recipe.hpp"

#include <span>
#include <system_error>

#include "base/mapped_file.hpp"
#include "base/message_table.hpp"
#include "base/sha256.hpp"
#include "document/template_store.hpp"
#include "libraries/libraries.hpp"

namespace paiban::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = std::size_t{256} << 20U;  // as the largest that an issue may name

std::string sum_of(const fs::path& file) {
  const auto mapped = MappedFile::open(file, most_bytes);
  return mapped ? sha256_of(mapped->bytes()) : missing_sum;
}

std::string template_name(const std::string& file_name) { return "templates/" + file_name; }

/// Another Cairo may draw the same page in other bytes.
std::string sum_of_libraries() {
  std::string lines;
  for (const libraries::Library& library : libraries::libraries_in_use()) lines += library.name + ' ' + library.version + '\n';
  return sha256_of(lines);
}

/// What every issue is made with, whatever its template.
bool is_common(const fs::path& file) {
  return file.filename() == "terms.xml" || file.filename() == "anchors.xml" || file.parent_path().filename() == "profiles";
}

}  // namespace

Result<DataSums> DataSums::take(const RunWish& wish, const font::FontCatalogue& fonts, Report& report) {
  Report faces;
  if (!fonts.verify(faces)) {
    for (const Diagnostic& each : std::span(faces.diagnostics()).subspan(1)) report.add(each);
    return tl::unexpected(faces.diagnostics().front());
  }
  DataSums sums;
  std::error_code failed;
  const fs::path templates = wish.data / "templates";
  for (fs::recursive_directory_iterator entry(templates, failed), end; !failed && entry != end; entry.increment(failed)) {
    if (!entry->is_regular_file(failed) || entry->path().extension() == ".png") continue;
    const std::string name = template_name(entry->path().lexically_relative(templates).generic_string());
    (is_common(entry->path()) ? sums.common_ : sums.templates_)[name] = sum_of(entry->path());
  }
  if (failed) return tl::unexpected(Diagnostic{Code::cannot_read, {}, {templates.string(), failed.message()}, {}, {}});
  sums.common_["fonts/catalogue.xml"] = sum_of(wish.data / "fonts" / "catalogue.xml");
  for (const font::FaceEntry& face : fonts.faces()) sums.common_["fonts/" + face.id] = face.sha256;
  sums.common_["libraries"] = sum_of_libraries();
  if (!wish.icc.empty()) sums.common_["--icc"] = sum_of(wish.icc);
  return sums;
}

Sums DataSums::of_template(const fs::path& data, const std::string& id) const {
  Sums sums = common_;
  const auto file = document::find_template(data, id);
  const std::string name = template_name(file ? file->lexically_relative(data / "templates").generic_string() : id);
  const auto found = templates_.find(name);
  sums[name] = found == templates_.end() ? missing_sum : found->second;
  return sums;
}

Recipe recipe_of(const IssueFiles& issue, const RunWish& wish, const DataSums& data) {
  Recipe recipe;
  recipe.engine = wish.engine;
  for (const PdfProfile& pdf : wish.pdfs) recipe.profiles.push_back(pdf.name);
  recipe.bag = wish.contents == Contents::bag;
  const fs::path folder = issue.file.parent_path();
  recipe.issue[issue.file.filename().string()] = sum_of(issue.file);
  for (const std::string& name : issue.named) recipe.issue[name] = sum_of(folder / name);
  recipe.issue["terms.xml"] = sum_of(folder / "terms.xml");
  recipe.data = data.of_template(wish.data, issue.template_id);
  return recipe;
}

}  // namespace paiban::archive
