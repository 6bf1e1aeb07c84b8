#include "base/locations.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>

namespace viva {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = ::getenv(name);
  return value ? value : "";
}

// A folder below an XDG base folder. The specification tells us to ignore relative paths in the variables.
std::string own_folder(const char* variable, const char* fallback) {
  fs::path base = environment(variable);
  if (!base.is_absolute()) {
    fs::path home = environment("HOME");
    if (!home.is_absolute()) return {};
    base = home / fallback;
  }
  std::error_code ignored;
  fs::create_directories(base / "viva", ignored);
  return (base / "viva").string();
}

std::string running_program() {
  char path[PATH_MAX];
  ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
  return length > 0 ? std::string(path, static_cast<std::size_t>(length)) : std::string();
}

// A program or library that comes with viva.
std::string companion(const char* name) {
  fs::path beside = fs::path(running_program()).parent_path();
  for (const fs::path& folder : {beside, beside.parent_path(), beside.parent_path() / "libexec/viva", fs::path(VIVA_LIBEXEC_FOLDER)})
    if (::access((folder / name).c_str(), R_OK) == 0) return (folder / name).string();
  return {};
}

}  // namespace

std::string version() { return VIVA_VERSION; }

std::string home_folder() {
  for (const std::string& folder : {environment("VIVA_HOME"), std::string(VIVA_SOURCE_FOLDER), std::string(VIVA_DATA_FOLDER)})
    if (!folder.empty() && fs::is_directory(fs::path(folder) / "scripts")) return folder;
  return {};
}

std::string worker_program() { return companion("viva-worker"); }
std::string cage_program() { return companion("viva-cage"); }
std::string post_program() { return companion("viva-post"); }
std::string cage_agent() { return companion("libviva-agent.so"); }

std::string data_folder() { return own_folder("XDG_DATA_HOME", ".local/share"); }
std::string cache_folder() { return own_folder("XDG_CACHE_HOME", ".cache"); }

}  // namespace viva
