// One request over HTTP, made by the program viva-post, which is started for it and ends with it.
#pragma once

#include <chrono>
#include <string>

#include "base/result.h"

namespace viva {

struct PostReply {
  int status = 0;
  std::string body;
};

// Sends `body`, JSON, to `url`. An error where there was no reply: no connection, none in time, one larger than 1 MiB.
Result<PostReply> post(const std::string& program, const std::string& url, const std::string& body, std::chrono::milliseconds allowed);

}  // namespace viva
