#include "finish/output_intent.hpp"

#include <utility>

#include "finish/deflate.hpp"

namespace paiban::finish {

OutputIntent make_output_intent(std::string_view profile, std::string condition, int components) {
  return {std::move(condition), components, deflated(profile)};
}

}  // namespace paiban::finish
