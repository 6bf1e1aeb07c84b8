#include "cage/private_root.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace viva::cage {
namespace {

constexpr char place[] = "/tmp";  // any folder will do to build the new root on: only this process sees it
constexpr char passwd[] = "root:x:0:0:root:/:/bin/sh\nviva:x:1000:1000:viva:/work:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n";
constexpr char group[] = "root:x:0:\nviva:x:1000:\nnogroup:x:65534:\n";
constexpr char name_services[] = "passwd: files\ngroup: files\nhosts: files\n";

std::string content_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

bool put(const char* path, const std::string& content, mode_t mode = 0444) {
  int file = ::open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (file < 0) return false;
  bool done = ::write(file, content.data(), content.size()) == static_cast<ssize_t>(content.size());
  ::close(file);
  return done;
}

bool restrict(const char* path, std::uint64_t attributes) {
  mount_attr wanted{};
  wanted.attr_set = attributes;
  return ::syscall(SYS_mount_setattr, AT_FDCWD, path, 0, &wanted, sizeof wanted) == 0;
}

bool bind(const char* from, const char* to, std::uint64_t attributes) {
  return ::mount(from, to, nullptr, MS_BIND, nullptr) == 0 && restrict(to, attributes);
}

// A link of the host's root, copied as a link (/bin → usr/bin); a folder of its own is bound.
bool carry_over(const char* path) {
  char target[256];
  ssize_t length = ::readlink(path, target, sizeof target - 1);
  const char* inside = path + 1;
  if (length > 0) {
    target[length] = 0;
    return ::symlink(target, inside) == 0;
  }
  if (::access(path, F_OK) != 0) return true;
  return ::mkdir(inside, 0755) == 0 && bind(path, inside, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV);
}

}  // namespace

Failed enter_private_root(const std::string& agent) {
  auto failed = [](const char* step) { return Failed{errno, step}; };
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return failed("making the mounts private");
  if (::mount("cage", place, "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755,size=8m,nr_inodes=200") != 0)
    return failed("mounting a file system in memory");
  if (::chdir(place) != 0) return failed("entering the new root");
  if (::mkdir("usr", 0755) != 0 || !bind("/usr", "usr", MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV))
    return failed("binding /usr");
  for (const char* path : {"/bin", "/lib", "/lib64"})
    if (!carry_over(path)) return failed(path);
  if (::mkdir("etc", 0755) != 0 || ::mkdir("dev", 0755) != 0 || ::mkdir("work", 0755) != 0 || ::mkdir("viva", 0755) != 0 ||
      ::mkdir("proc", 0555) != 0 || ::mkdir("old", 0755) != 0)
    return failed("making folders");
  if (::symlink("work", "tmp") != 0) return failed("linking /tmp");
  if (!put("etc/ld.so.cache", content_of("/etc/ld.so.cache")) || !put("etc/passwd", passwd) || !put("etc/group", group) ||
      !put("etc/nsswitch.conf", name_services) || !put("viva/agent.so", agent, 0555))
    return failed("writing files");
  if (::access("/etc/alternatives", F_OK) == 0 &&
      (::mkdir("etc/alternatives", 0755) != 0 ||
       !bind("/etc/alternatives", "etc/alternatives", MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV)))
    return failed("binding /etc/alternatives");
  for (const char* device : {"null", "zero", "urandom", "random"}) {
    std::string from = std::string("/dev/") + device, to = std::string("dev/") + device;
    if (!put(to.c_str(), "") || !bind(from.c_str(), to.c_str(), MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC)) return failed("binding devices");
  }
  if (::symlink("/proc/self/fd", "dev/fd") != 0) return failed("linking /dev/fd");  // where a run has a /proc
  // The server's own processes, which no run can open. The kernel lets a run mount a /proc of its own only where there is one already.
  if (::mkdir("viva/proc", 0555) == 0) ::mount("proc", "viva/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr);
  if (::syscall(SYS_pivot_root, ".", "old") != 0) return failed("pivot_root");
  if (::chdir("/") != 0 || ::umount2("/old", MNT_DETACH) != 0 || ::rmdir("/old") != 0) return failed("leaving the old root");
  if (!restrict("/", MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV)) return failed("making the root read-only");
  return {};
}

}  // namespace viva::cage
