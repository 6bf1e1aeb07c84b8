#include "cage/collect.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace viva::cage {
namespace {

constexpr int deepest = 32;

struct Collector {
  int work;
  int out;
  std::uint64_t left;  // bytes
  std::uint32_t files_left;
  Closing* closing;

  int open_beneath(const char* path, std::uint64_t flags) {
    open_how how{};
    how.flags = flags | O_CLOEXEC | O_NOFOLLOW | (flags & O_PATH ? 0 : O_NONBLOCK);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
    return static_cast<int>(::syscall(SYS_openat2, work, path, &how, sizeof how));
  }

  void file(const char* path) {
    // Looked at before it is opened for reading: opening a FIFO or a socket can have effects.
    int place = open_beneath(path, O_PATH);
    struct stat facts {};
    if (place < 0) return;
    bool regular = ::fstat(place, &facts) == 0 && S_ISREG(facts.st_mode);
    ::close(place);
    if (!regular) return;
    int in = open_beneath(path, O_RDONLY);
    if (in < 0 && errno == EACCES && ::fchmodat(work, path, 0600, 0) == 0)
      in = open_beneath(path, O_RDONLY);  // the program took its own right to read away
    if (in < 0) return;
    std::uint64_t size = ::fstat(in, &facts) == 0 ? static_cast<std::uint64_t>(facts.st_size) : 0;
    std::size_t length = ::strlen(path) + 1;
    if (files_left == 0 || size + length + 9 > left) {
      closing->collected_cut = true;
    } else {
      char head[9];
      head[0] = facts.st_mode & 0100 ? 'x' : '-';
      ::memcpy(head + 1, &size, 8);
      bool done = ::write(out, path, length) == static_cast<ssize_t>(length) && ::write(out, head, 9) == 9;
      for (off_t at = 0; done && static_cast<std::uint64_t>(at) < size;)
        done = ::sendfile(out, in, &at, size - static_cast<std::uint64_t>(at)) > 0;
      if (!done) ::_exit(1);  // the server sees that the keeper failed
      left -= size + length + 9;
      --files_left;
      ++closing->collected;
    }
    ::close(in);
  }

  void folder(char* path, std::size_t length, int depth) {
    if (depth > deepest) {
      closing->collected_cut = true;
      return;
    }
    int place = open_beneath(length == 0 ? "." : path, O_RDONLY | O_DIRECTORY);
    if (place < 0) return;
    DIR* entries = ::fdopendir(place);
    if (!entries) return;
    while (dirent* entry = ::readdir(entries)) {
      const char* name = entry->d_name;
      if (::strcmp(name, ".") == 0 || ::strcmp(name, "..") == 0) continue;
      std::size_t size = ::strlen(name);
      if (length + size + 2 > 4096) {
        closing->collected_cut = true;
        continue;
      }
      std::size_t at = length;
      if (at > 0) path[at++] = '/';
      ::memcpy(path + at, name, size + 1);
      if (entry->d_type == DT_DIR) folder(path, at + size, depth + 1);
      if (entry->d_type == DT_REG) file(path);
      path[length] = 0;
    }
    ::closedir(entries);
  }
};

}  // namespace

void collect_files(const wire::Launch& launch, Payload& payload, int out, Closing* closing) {
  int work = ::open("/work", O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (work < 0) return;
  Collector collector{work, out, 2 * launch.disk_bytes + (1u << 20), static_cast<std::uint32_t>(launch.disk_files) + 1, closing};
  for (std::uint32_t i = 0; i < launch.patterns; ++i) {
    const char* pattern = payload.next_string();
    if (!pattern) return;
    static char path[4096];
    path[0] = 0;
    if (::strcmp(pattern, "**") == 0) {
      collector.folder(path, 0, 0);
    } else {
      collector.file(pattern);
    }
  }
}

}  // namespace viva::cage
