#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace viva {
namespace {

struct Descriptor {
  int fd;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

Error system_error(const std::string& path, const char* what) { return error_in(path, 0, std::string(what) + ": " + std::strerror(errno)); }

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t most) {
  Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (file.fd < 0) return system_error(path, "cannot be opened");
  struct stat facts;
  if (::fstat(file.fd, &facts) != 0) return system_error(path, "cannot be read");
  if (S_ISDIR(facts.st_mode)) return error_in(path, 0, "is a folder, not a file");
  if (!S_ISREG(facts.st_mode)) return error_in(path, 0, "is not a regular file");
  if (static_cast<std::size_t>(facts.st_size) > most)
    return error_in(path, 0, "is larger than the " + std::to_string(most >> 20) + " MiB a file of this kind may have");
  std::string content;
  content.resize(static_cast<std::size_t>(facts.st_size));
  std::size_t filled = 0;
  while (filled < content.size()) {
    ssize_t got = ::read(file.fd, content.data() + filled, content.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(path, "cannot be read");
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  content.resize(filled);
  return content;
}

Status write_file(const std::string& path, std::string_view content) {
  std::string beside = path + ".new";
  {
    Descriptor file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)};
    if (file.fd < 0) return system_error(beside, "cannot be written");
    while (!content.empty()) {
      ssize_t put = ::write(file.fd, content.data(), content.size());
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) return system_error(beside, "cannot be written");
      content.remove_prefix(static_cast<std::size_t>(put));
    }
    if (::fsync(file.fd) != 0) return system_error(beside, "cannot be written");
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) return system_error(path, "cannot be written");
  return ok();
}

Result<std::vector<std::string>> list_files(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code failure;
  std::vector<std::string> found;
  fs::recursive_directory_iterator walk(folder, fs::directory_options::none, failure);
  if (failure) return error_in(folder, 0, "cannot be listed: " + failure.message());
  for (; walk != fs::recursive_directory_iterator(); walk.increment(failure)) {
    if (failure) return error_in(folder, 0, "cannot be listed: " + failure.message());
    if (walk->path().filename().native().front() == '.') {
      walk.disable_recursion_pending();
      continue;
    }
    if (walk->is_regular_file(failure)) found.push_back(walk->path().lexically_relative(folder).generic_string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace viva
