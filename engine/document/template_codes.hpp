#pragma once
// What is wrong with a template, or with the layout that a page of an issue brings, in a template's words.

#include "base/code.hpp"
#include "document/vocabulary.hpp"

namespace paiban::document {

inline constexpr VocabularyCodes template_codes{Code::template_other_version,     Code::template_unknown_element,
                                                Code::template_unknown_attribute, Code::template_stray_text,
                                                Code::template_missing,           Code::template_bad_value};

}  // namespace paiban::document
