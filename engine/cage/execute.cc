#include "cage/execute.h"

#include <unistd.h>

namespace viva::cage {
namespace {

char* words[wire::most_words + 1];
char* variables[wire::most_words + 1];

bool take(Payload& payload, std::uint32_t count, char** list) {
  if (count > wire::most_words) return false;
  for (std::uint32_t i = 0; i < count; ++i)
    if (!(list[i] = const_cast<char*>(payload.next_string()))) return false;
  list[count] = nullptr;
  return true;
}

}  // namespace

bool remember_words(Payload& payload, const wire::Launch& launch) {
  return take(payload, launch.words, words) && take(payload, launch.variables, variables);
}

void execute(Closing* closing) {
  closing->closed = true;
  ::execve(words[0], words, variables);
  closing->closed = false;
  give_up(closing, words[0], wire::Trouble::not_installed);
}

}  // namespace viva::cage
