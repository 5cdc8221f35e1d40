#pragma once
// 转接: stories that go on on another page.

#include "base/diagnostic.hpp"
#include "document/issue.hpp"
#include "document/plan.hpp"

namespace paiban::document {

/// Takes out of `issue` every continuation that can be none: of a story that is not there, is a box, or does not begin on an
/// earlier page, and a second one on the same page; and running text inside one. Each is reported.
void check_continuations(Issue& issue, Report& report);

/// Ties the continuations of a bound plan to their stories and writes the jump lines: in a slot of their role where the region
/// has one left, else for a row of their own. A continuation whose lines are of another measure, or that has none, is reported
/// and taken out; so is, in silence, one whose story has found no place.
void link_continuations(Plan& plan, Report& report);

}  // namespace paiban::document
