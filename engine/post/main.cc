// viva-post: sends one request and writes what came back. The engine starts it for each request, so that neither a library for networks nor
// a key is in its own process.
//
// Standard input: the address, a line; the milliseconds allowed, a line; the body. Standard output: the status, a line, and the body; or
// why there is none. $VIVA_JUDGE_KEY, where it is set, goes along as a bearer token.
#include <curl/curl.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

namespace {

constexpr std::size_t longest_reply = 1u << 20;
constexpr long to_connect = 10000;  // milliseconds

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& reply = *static_cast<std::string*>(into);
  if (reply.size() + size * count > longest_reply) return 0;  // ends the request
  reply.append(bytes, size * count);
  return size * count;
}

std::string read_all(std::FILE* file) {
  std::string all;
  char buffer[1 << 14];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) all.append(buffer, got);
  return all;
}

std::string take_line(std::string& text) {
  const std::size_t end = text.find('\n');
  std::string line = text.substr(0, end);
  text.erase(0, end == text.npos ? end : end + 1);
  return line;
}

int fail(const std::string& why) {
  std::printf("%s\n", why.c_str());
  return 1;
}

}  // namespace

int main() {
  std::string body = read_all(stdin);
  const std::string url = take_line(body);
  const long allowed = std::atol(take_line(body).c_str());
  const std::unique_ptr<CURL, void (*)(CURL*)> request(curl_easy_init(), curl_easy_cleanup);
  if (!request) return fail("libcurl cannot be started");
  curl_slist* headers = curl_slist_append(nullptr, "Content-Type: application/json");
  if (const char* key = std::getenv("VIVA_JUDGE_KEY"); key && *key)
    headers = curl_slist_append(headers, (std::string("Authorization: Bearer ") + key).c_str());
  std::string reply;
  CURL* curl = request.get();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);  // the key is for this endpoint
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, allowed < to_connect ? allowed : to_connect);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, allowed);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply);
  const CURLcode done = curl_easy_perform(curl);
  curl_slist_free_all(headers);
  if (done == CURLE_OPERATION_TIMEDOUT) return fail("it did not reply within " + std::to_string(allowed) + " ms");
  if (done == CURLE_WRITE_ERROR) return fail("its reply is larger than 1 MiB");
  if (done != CURLE_OK) return fail(curl_easy_strerror(done));
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  std::printf("%ld\n", status);
  std::fwrite(reply.data(), 1, reply.size(), stdout);
  return 0;
}
