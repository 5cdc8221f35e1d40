#pragma once
// The secret in the preview's address.

#include <string>

namespace paiban::cli {

/// 32 hexadecimal digits. The same from run to run, so that an open page goes on when the server is started again: kept in a
/// file that only its user reads ($XDG_STATE_HOME/paiban/preview-token, else below ~/.local/state); where there is no such place,
/// new each time.
[[nodiscard]] std::string preview_token();

}  // namespace paiban::cli
