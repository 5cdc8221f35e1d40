// The program: everything is in command.hpp. Here ends what the libraries throw and nobody nearer could answer for.

#include <cstdio>
#include <exception>

#include "base/message_table.hpp"
#include "cli/command.hpp"

namespace {

int report_fault(const char* what) {
  paiban::Report report;
  report.add(paiban::Code::internal_fault, {}, {what});
  std::fputs(report.text(report.diagnostics().front(), paiban::cli::language_of_environment()).c_str(), stderr);
  return static_cast<int>(paiban::cli::Exit::internal);
}

}  // namespace

int main(int count, char** words) {
  try {
    return static_cast<int>(paiban::cli::run(count, words));
  } catch (const std::exception& fault) {
    return report_fault(fault.what());
  } catch (...) {
    return report_fault("?");
  }
}
