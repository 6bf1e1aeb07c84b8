// Feeds a target with mutations of good inputs.
//
//   viva-fuzz TARGET SEED RUNS SECONDS FILE    until there were so many runs, or so many seconds have passed; the same seed gives the same
//   inputs viva-fuzz TARGET FILE                      one input: that of FILE
//
// The first form writes each input into FILE before it is taken, so that it is there after a crash. Exit status 1: FILE holds an input of
// which something is not as it must be, and standard output says what.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/files.h"
#include "mutate.h"
#include "targets.h"

using namespace viva;

namespace {

// A file in memory that outlives the process, however it ends.
class Shared {
 public:
  explicit Shared(const char* file) : file_(::open(file, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
    if (file_ < 0 || ::ftruncate(file_, most) != 0) std::exit(2);
    bytes_ = static_cast<char*>(::mmap(nullptr, most, PROT_READ | PROT_WRITE, MAP_SHARED, file_, 0));
    if (bytes_ == MAP_FAILED) std::exit(2);
  }
  // The length stands in front: a crash leaves no time to cut the file.
  void put(const std::string& input) {
    const std::uint64_t length = input.size();
    std::memcpy(bytes_, &length, sizeof length);
    std::memcpy(bytes_ + sizeof length, input.data(), input.size());
  }

 private:
  static constexpr std::size_t most = 1 << 20;
  int file_;
  char* bytes_;
};

int told(const std::string& problem) {
  std::printf("%s\n", problem.c_str());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  std::unique_ptr<fuzz::Target> target = count > 1 ? fuzz::target(arguments[1]) : nullptr;
  if (!target || (count != 3 && count != 6)) return 2;
  if (count == 3) {
    Result<std::string> input = read_file(arguments[2]);
    if (!input) return told(input.error().text());
    std::string problem = target->run(*input);
    return problem.empty() ? 0 : told(problem);
  }
  const std::vector<std::string> corpus = target->corpus();
  Shared shared(arguments[5]);
  for (const std::string& good : corpus) {
    shared.put(good);
    if (std::string problem = target->run(good); !problem.empty()) return told(problem);
  }
  fuzz::Mutator mutator(corpus, std::strtoull(arguments[2], nullptr, 10));
  const long runs = std::strtol(arguments[3], nullptr, 10);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::strtol(arguments[4], nullptr, 10));
  long done = 0;
  for (; done < runs && std::chrono::steady_clock::now() < end; ++done) {
    const std::string input = mutator.next();
    shared.put(input);
    if (std::string problem = target->run(input); !problem.empty()) return told(problem);
  }
  std::printf("%ld runs\n", done);
  return 0;
}
