#include "cage/attempt.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>

namespace viva::cage {
namespace {

bool sends_to_the_network() {
  int connection = ::socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(9);
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return connection >= 0 && ::sendto(connection, "x", 1, 0, reinterpret_cast<sockaddr*>(&place), sizeof place) == 1;
}

bool succeeds(const char* what) {
  if (::strcmp(what, "program-files") == 0) return ::open("/proc/version", O_RDONLY) >= 0;  // is on every machine, and in no cage
  if (::strcmp(what, "program-network") == 0) return sends_to_the_network();
  if (::strcmp(what, "program-others") == 0) return ::getppid() > 0 && ::kill(::getppid(), 0) == 0;
  if (::strcmp(what, "program-kernel") == 0) return ::personality(0xffffffff) >= 0;  // asks only
  return ::mmap(nullptr, 64ull << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) != MAP_FAILED;
}

}  // namespace

void attempt() {
  char what[64];
  std::size_t length = 0;
  for (ssize_t got; length < sizeof what - 1 && (got = ::read(3, what + length, sizeof what - 1 - length)) > 0;)
    length += static_cast<std::size_t>(got);
  what[length] = 0;
  const char* answer = succeeds(what) ? "open" : "kept";
  ::_exit(::write(3, answer, 5) == 5 ? 0 : 1);  // with the zero that ends a result
}

}  // namespace viva::cage
