#pragma once
// 版脚说明: what a proof says of itself, so that nobody corrects last night's page.

#include <string>
#include <string_view>

#include "document/issue.hpp"

namespace paiban::proof {

/// What the caller knows beside the issue.
struct SlugFacts {
  std::string source_sum;  ///< SHA-256 of the issue's file; its beginning is shown
  std::string revision;    ///< 稿次 as the editor counts; may be empty
  std::string time;        ///< as given: no output of ours looks at a clock; may be empty
};

/// 昌吉日报 2025-02-05 第12184期　一版　3稿　a1b2c3d4e5　23:40
[[nodiscard]] std::string slug_of(const document::Issue& issue, int page, const SlugFacts& facts);

}  // namespace paiban::proof
