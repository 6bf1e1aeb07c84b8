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

bool succeeds(const char* what, const char* file) {
  if (::strcmp(what, "program-files") == 0) return ::open(file, O_RDONLY) >= 0;
  if (::strcmp(what, "program-network") == 0) return sends_to_the_network();
  if (::strcmp(what, "program-others") == 0) return ::getppid() > 0 && ::kill(::getppid(), 0) == 0;
  if (::strcmp(what, "program-kernel") == 0) return ::personality(0xffffffff) >= 0;  // asks only
  return ::mmap(nullptr, 64ull << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) != MAP_FAILED;
}

}  // namespace

void attempt() {
  char text[4096];
  std::size_t length = 0;
  for (ssize_t got; length < sizeof text - 1 && (got = ::read(3, text + length, sizeof text - 1 - length)) > 0;)
    length += static_cast<std::size_t>(got);
  text[length] = 0;
  char* file = ::strchr(text, ' ');
  if (!file) ::_exit(1);
  *file++ = 0;
  const char* answer = succeeds(text, file) ? "open" : "kept";
  ::_exit(::write(3, answer, 5) == 5 ? 0 : 1);  // with the zero that ends a result
}

}  // namespace viva::cage
