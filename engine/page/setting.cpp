#include "page/setting.hpp"

namespace paiban::page {

paragraph::Setting setting_for(const document::Style& style, Length em, Length width) {
  paragraph::Setting setting;
  setting.measure = width - em * style.margin_start - em * style.margin_end;
  setting.indent = em * style.indent;
  setting.indent_rest = em * style.indent_rest;
  setting.trim_after_indent = style.trim_after_indent;
  return setting;
}

Length margin_of(const document::Style& style, Length em) { return em * style.margin_start; }

}  // namespace paiban::page
