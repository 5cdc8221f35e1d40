#pragma once
// What make-up decides is written back into the issue's file, which stays the editor's: no byte changes but those of the layout
// and of the attributes asked for.

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/issue.hpp"
#include "document/issue_file.hpp"
#include "document/template.hpp"

namespace paiban::document {

/// An attribute of a story, a box or a picture: set to `value`, or taken away where there is none.
struct AttributeEdit {
  std::string story;  ///< id; also one that the engine has made: it is then written into the file
  std::string name;
  std::optional<std::string> value;
};

struct IssueEdit {
  Layouts layouts;  ///< put into their pages, or in the place of the layouts there
  std::vector<AttributeEdit> attributes;
};

/// The bytes of `file` with `edit` done; `issue` is what read_issue() has made of it. Zones are written as layout_xml() does,
/// upon `grid`. Fails where the issue has no page of that number, or no story of that id: the caller's mistake.
[[nodiscard]] Result<std::string> edited_issue(const IssueFile& file, const Issue& issue, const Grid& grid,
                                               const IssueEdit& edit);

}  // namespace paiban::document
