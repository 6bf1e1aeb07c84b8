// viva-without WHAT[,WHAT …] COMMAND …: runs the command where the kernel seems to lack something, as in a container that forbids it.
//
//   namespaces   unshare and setns fail, as under Docker's default profile
//   landlock     as on a kernel before 5.13
//   seccomp      no filter can be installed
//   limits       no limit can be set, or asked for
#include <seccomp.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>

int main(int count, char** words) {
  if (count < 3) return 2;
  scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
  auto fail = [&](int call, int with) { ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(static_cast<unsigned short>(with)), call, 0); };
  if (::strstr(words[1], "namespaces"))
    for (int call : {SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(mount)}) fail(call, EPERM);
  if (::strstr(words[1], "landlock")) fail(SCMP_SYS(landlock_create_ruleset), ENOSYS);
  if (::strstr(words[1], "limits"))
    for (int call : {SCMP_SYS(prlimit64), SCMP_SYS(setrlimit)}) fail(call, EPERM);
  if (::strstr(words[1], "seccomp")) {
    fail(SCMP_SYS(seccomp), ENOSYS);
    ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP));
  }
  if (::seccomp_load(filter) != 0) return 3;
  ::execv(words[2], words + 2);
  ::perror(words[2]);
  return 4;
}
