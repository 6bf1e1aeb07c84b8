#include "repl/editor.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/files.h"
#include "repl/line_reader.h"

extern char** environ;

namespace viva {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool is_installed(const std::string& program) {
  std::string folders = variable("PATH");
  for (std::size_t at = 0; at < folders.size();) {
    const std::size_t end = std::min(folders.find(':', at), folders.size());
    if (end > at && ::access((folders.substr(at, end - at) + "/" + program).c_str(), X_OK) == 0) return true;
    at = end + 1;
  }
  return false;
}

struct PrivateFolder {
  PrivateFolder() {
    const std::string base = variable("TMPDIR");
    path = (base.empty() ? "/tmp" : base) + "/viva-edit-XXXXXX";
    if (!::mkdtemp(path.data())) path.clear();
  }
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path.empty()) std::filesystem::remove_all(path, ignored);
  }
  std::string path;
};

// While the editor has the terminal, Ctrl-C and Ctrl-\ are keys of its own and must not end viva, which is in the same group of processes.
struct TerminalLent {
  TerminalLent() {
    is_terminal = ::tcgetattr(0, &settings) == 0;
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGINT, &ignore, &interrupt);
    ::sigaction(SIGQUIT, &ignore, &quit);
  }
  ~TerminalLent() {
    ::sigaction(SIGINT, &interrupt, nullptr);
    ::sigaction(SIGQUIT, &quit, nullptr);
    if (is_terminal) ::tcsetattr(0, TCSADRAIN, &settings);
  }
  bool is_terminal;
  termios settings;
  struct sigaction interrupt, quit;
};

// The status of `sh -c 'EDITOR "$1"'`: a shell, because an editor is a command with arguments.
Result<int> run_on(const std::string& editor, const std::string& file) {
  const std::string line = editor + " \"$1\"";
  const char* arguments[] = {"sh", "-c", line.c_str(), "sh", file.c_str(), nullptr};
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t back_to_default, none;
  sigemptyset(&none);
  sigemptyset(&back_to_default);
  sigaddset(&back_to_default, SIGINT);
  sigaddset(&back_to_default, SIGQUIT);
  posix_spawnattr_setsigdefault(&attributes, &back_to_default);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);

  const TerminalLent lent;
  pid_t child;
  const int failure = ::posix_spawn(&child, "/bin/sh", nullptr, &attributes, const_cast<char**>(arguments), environ);
  posix_spawnattr_destroy(&attributes);
  if (failure != 0) return error("the editor '" + editor + "' could not be started: " + std::strerror(failure));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return error(std::string("the editor's end could not be awaited: ") + std::strerror(errno));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Result<std::string> find_editor() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const std::string chosen = variable(name);
    if (chosen.find_first_not_of(" \t") != std::string::npos) return chosen;
  }
  for (const char* name : {"nano", "vi"})
    if (is_installed(name)) return std::string(name);
  return error(
      "there is no editor: neither $VISUAL nor $EDITOR is set, and neither nano nor vi is installed; set one, for example: export "
      "EDITOR=emacs");
}

Result<std::string> edit_text(const std::string& initial, const std::string& suffix, const std::string& editor) {
  const PrivateFolder folder;
  if (folder.path.empty())
    return error(std::string("no folder for the text to edit: ") + std::strerror(errno) + "; is $TMPDIR (or /tmp) writable and not full?");
  const std::string file = folder.path + "/answer" + suffix;
  if (Status written = write_file(file, initial); !written) return written.error();
  const Result<int> status = run_on(editor, file);
  if (!status) return status.error();
  if (*status == 127 || *status == 126)
    return error("the editor '" + editor + "' could not be started: set $EDITOR to a program that is installed; the text is unchanged");
  if (*status != 0) return error("the editor '" + editor + "' ended with status " + std::to_string(*status) + ": the text is unchanged");
  Result<std::string> saved = read_file(file, most_paste_bytes);
  if (!saved) return error("what the editor saved cannot be read: " + saved.error().message + "; the text is unchanged");
  return saved;
}

}  // namespace viva
