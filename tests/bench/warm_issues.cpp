// What one more issue costs a process that has set others: the worker of an archive run, without its finishing.
//     warm_issues ISSUE N    reads, sets and draws ISSUE N times; ms of CPU a page in each part (least of the rounds), memory in
//     the end

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>

#include "engine.hpp"
#include "render/context.hpp"
#include "render/pdf.hpp"

namespace paiban {
namespace {

const std::filesystem::path tree = PAIBAN_SOURCE_DIR;

template <typename T>
T require(Result<T> result) {
  if (result) return *std::move(result);
  std::fputs(message_of(result.error(), Language::english).c_str(), stderr);
  std::exit(1);
}

double cpu_ms() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto ms = [](const timeval& time) {
    return 1000.0 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1000;
  };
  return ms(usage.ru_utime) + ms(usage.ru_stime);
}

struct Costs {
  double read = std::numeric_limits<double>::max(), set = read, draw = read;
};

/// Bytes of the PDF. The least of what each part took is kept in `costs`.
std::size_t one_issue(const std::filesystem::path& issue, const font::FontCatalogue& fonts, render::RenderContext& context,
                      Costs& costs, std::size_t& pages) {
  Report report;
  const double start = cpu_ms();
  Copy copy = require(read_copy({issue, tree, {}, Language::english, document::StandIns::shown}, fonts, report));
  const double read = cpu_ms();
  const Edition edition =
      require(set_copy(std::move(copy.issue), std::move(copy.design), std::move(copy.layouts), fonts, report));
  const double set = cpu_ms();
  context.pictures() = std::move(copy.pictures);
  const std::string pdf = require(render::render_pdf(edition.lists, context));
  const double drawn = cpu_ms();
  costs.read = std::min(costs.read, read - start);
  costs.set = std::min(costs.set, set - read);
  costs.draw = std::min(costs.draw, drawn - set);
  pages = edition.lists.size();
  return pdf.size();
}

/// MiB that the process has in memory now.
double resident() {
  std::ifstream file("/proc/self/statm");
  long all = 0, here = 0;
  file >> all >> here;
  constexpr double bytes_a_page = 4096.0, mega = 1024.0 * 1024.0;
  return static_cast<double>(here) * bytes_a_page / mega;
}

void run(const std::filesystem::path& issue, int rounds) {
  Report report;
  const font::FontCatalogue fonts = require(font::FontCatalogue::load(tree / "fonts", report));
  render::RenderContext context(fonts);
  Costs costs;
  std::size_t pages = 1, bytes = 0;
  for (int round = 0; round < rounds; ++round) {
    bytes = one_issue(issue, fonts, context, costs, pages);
    if (round == 0 || round == rounds / 2) fmt::print("after {} {:.1f} MiB\n", round + 1, resident());
  }
  const auto each = static_cast<double>(pages);
  fmt::print("{} pages, {} KiB; ms a page: read {:.2f}, set {:.2f}, draw {:.2f}, all {:.2f}; {:.1f} MiB\n", pages, bytes / 1024,
             costs.read / each, costs.set / each, costs.draw / each, (costs.read + costs.set + costs.draw) / each, resident());
}

}  // namespace
}  // namespace paiban

int main(int count, char** words) {
  if (count != 3) return 2;
  paiban::run(words[1], std::atoi(words[2]));
}
