// Where records go: a file that takes the old one's place only when all is written, or standard output.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace viva {

class RecordSink {
 public:
  // "" or "-": standard output. A file is written beside its place; a device or pipe directly. Refused: a folder, a file that cannot be
  // made, one of the inputs. `stop` ends a wait for somebody to read.
  static Result<std::unique_ptr<RecordSink>> open(const std::string& out, const std::vector<std::string>& inputs,
                                                  const std::atomic<bool>& stop);
  // Without finish() before, the file is as it was.
  ~RecordSink();
  RecordSink(const RecordSink&) = delete;
  RecordSink& operator=(const RecordSink&) = delete;

  Status write(std::string_view records);
  // Puts the file into its place, safe on the disk.
  Status finish();

  bool reader_gone() const { return reader_gone_; }  // write failed because nobody reads on
  bool keeps_old() const { return !beside_.empty(); }

 private:
  RecordSink(std::string out, const std::atomic<bool>& stop) : out_(std::move(out)), stop_(stop) {}

  std::string out_, beside_;  // beside_: empty when written directly, or in its place
  int fd_ = -1;
  bool reader_gone_ = false;
  const std::atomic<bool>& stop_;
};

}  // namespace viva
