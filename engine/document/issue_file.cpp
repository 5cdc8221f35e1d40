#include "document/issue_file.hpp"

#include <algorithm>
#include <utility>

#include "document/xml.hpp"

namespace paiban::document {

IssueFile::IssueFile(XmlFile xml, std::filesystem::path path, std::filesystem::path folder)
    : xml_(std::make_unique<const XmlFile>(std::move(xml))), path_(std::move(path)), folder_(std::move(folder)) {}
IssueFile::IssueFile(IssueFile&&) noexcept = default;
IssueFile& IssueFile::operator=(IssueFile&&) noexcept = default;
IssueFile::~IssueFile() = default;

Result<IssueFile> IssueFile::read(const std::filesystem::path& path, Report& report) {
  Result<XmlFile> xml = XmlFile::read(path, report);
  if (!xml) return tl::unexpected(std::move(xml.error()));
  return IssueFile(std::move(*xml), path, path == "-" ? std::filesystem::path{} : path.parent_path());
}

Result<IssueFile> IssueFile::parse(std::string bytes, std::string_view name, std::filesystem::path folder, Report& report) {
  Result<XmlFile> xml = XmlFile::parse(std::move(bytes), name, report);
  if (!xml) return tl::unexpected(std::move(xml.error()));
  return IssueFile(std::move(*xml), {}, std::move(folder));
}

const std::string& IssueFile::bytes() const { return xml_->bytes(); }

std::vector<std::string> IssueFile::named_files() const {
  struct Names : pugi::xml_tree_walker {
    std::vector<std::string> found;
    bool for_each(pugi::xml_node& node) override {
      const std::string name = node.attribute("src").value();
      if (!name.empty() && std::ranges::find(found, name) == found.end()) found.push_back(name);
      return true;
    }
  } names;
  pugi::xml_node root = xml_->root();
  root.traverse(names);
  return std::move(names.found);
}

}  // namespace paiban::document
