#pragma once
// By which names an issue is known to those who keep it.

#include <string>

#include "document/issue.hpp"

namespace paiban::archive {

struct Identity {
  std::string paper;      ///< 报名
  std::string publisher;  ///< as the masthead has it; may be empty
  std::string serial;     ///< 国内统一刊号: "CN65-0010"; empty where the masthead names none
  std::string date;       ///< ISO
  int number = 0;         ///< 总第N期; 0: not declared
  std::string key;        ///< of serial, date, number, as many as there are: "CN65-0010_2025-02-05_12184"
  std::string urn;        ///< "urn:paiban:" and the key
  std::string title;      ///< "昌吉日报 2025-02-05 总第12184期"
};

[[nodiscard]] Identity identity_of(const document::Issue& issue);

}  // namespace paiban::archive
