// What is fed with random inputs, and what must be true of each of them.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace viva::fuzz {

class Target {
 public:
  virtual ~Target() = default;
  // Good inputs to start from.
  virtual std::vector<std::string> corpus() const = 0;
  // Takes one input; what is wrong with what came of it, or nothing. A crash tells for itself.
  virtual std::string run(const std::string& input) = 0;
};

// "frame", "answer-line", "json", "pattern", "markdown", "bank": in this process. "messages", "scripts", "typed": in a worker. nullptr:
// there is no such.
std::unique_ptr<Target> target(const std::string& name);
std::unique_ptr<Target> worker_target(const std::string& name);

// All files below the folder that end so, sorted by name.
std::vector<std::string> texts_below(const std::string& folder, const std::string& ending);

}  // namespace viva::fuzz
