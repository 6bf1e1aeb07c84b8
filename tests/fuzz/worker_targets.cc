#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/locations.h"
#include "script/domain.h"
#include "script/message_shape.h"
#include "targets.h"

namespace viva::fuzz {
namespace {

constexpr std::chrono::milliseconds patience{60000};  // sanitizers make everything slow
constexpr const char* out_of_memory = "(it ran out of memory)";

Frame load_of(const Json& files) {
  return {{{"op", "load"},
           {"files", files},
           {"glossary", Json::object()},
           {"engine_version", "test"},
           {"limits", {{"call_instructions", 1000000}}}},
          ""};
}

Json shipped() {
  Json files = Json::array();
  for (const std::string& text : texts_below(home_folder() + "/scripts/lib", ".lua"))
    files.push_back({{"file", "lib" + std::to_string(files.size())}, {"text", text}, {"origin", "shipped"}});
  return files;
}

// A worker to which messages of the right form are sent, as the broker does. What a message was, it answers, and then the next one.
class Served : public Target {
 public:
  std::vector<std::string> corpus() const override { return texts_below(home_folder() + "/scripts", ".lua"); }
  std::string run(const std::string& input) override {
    if (!worker_ || !worker_->alive())
      if (std::string problem = begin(); !problem.empty()) return problem;
    Result<Frame> reply = worker_->exchange(message(input), patience);
    for (int asked = 0; reply && reply->header.contains("call") && asked < 100; ++asked)
      reply = worker_->exchange({{{"op", "return"}, {"job", reply->header["call"]["job"]}, {"answered", false}, {"value", "no"}}, ""},
                                patience);
    if (!reply) return reply.error().text().find(out_of_memory) == std::string::npos ? reply.error().text() : "";
    if (std::string fault = message_fault(reply->header); !fault.empty()) return fault;
    reply = worker_->exchange({{{"op", "type"}, {"text", "1 + 1"}}, ""}, patience);
    if (!reply) return "the next message: " + reply.error().text();
    if (!reply->header.contains("done") || reply->header["done"]["values"] != Json{"2"})
      return "the next message is answered with " + to_text(reply->header);
    return {};
  }

 protected:
  virtual Frame message(const std::string& input) const = 0;

 private:
  std::string begin() {
    Result<std::unique_ptr<WorkerProcess>> started = WorkerProcess::start(worker_program());
    if (!started) return started.error().text();
    worker_ = std::move(*started);
    Result<Frame> hello = worker_->receive(patience);
    Result<Frame> loaded = worker_->exchange(load_of(shipped()), patience);
    return loaded ? "" : "the worker does not begin: " + loaded.error().text();
  }

  std::unique_ptr<WorkerProcess> worker_;
};

class Typed : public Served {
 protected:
  Frame message(const std::string& input) const override { return {{{"op", "type"}, {"text", input}}, ""}; }
};

class Loaded : public Served {
 protected:
  Frame message(const std::string& input) const override {
    return load_of(Json::array({{{"file", "a.lua"}, {"text", input}, {"origin", "shipped"}}}));
  }
};

// A worker to which anything is sent. It answers with a message, or ends as it does when the connection is of no use.
class Messages : public Target {
 public:
  ~Messages() override { end(); }
  std::vector<std::string> corpus() const override {
    return {to_text({{"op", "type"}, {"text", "x = 1"}}),
            to_text({{"op", "define"},
                     {"questions",
                      {{"a.b",
                        {{"content", {{"id", "a.b"}, {"type", "t"}, {"hints", {"h", {{"cost", 0.5}}}}}},
                         {"type", "t"},
                         {"version", "q"},
                         {"type_version", "t"}}}}}}),
            to_text({{"op", "define"}, {"questions", {{"a.c", {{"unknown", "why"}, {"type", "t"}}}}}}),
            to_text({{"op", "grade"},
                     {"language", "en"},
                     {"rule", "plain"},
                     {"rule_options", {{"n", 1}}},
                     {"facts", {{"weight", 2}}},
                     {"source", "s"},
                     {"first_line", 3}}) +
                "\n" + R"({"candidate":"c","question":"a.b","answer":"x","hints":1,"seconds":2,"variant":"v"})" + "\n\n" +
                R"({"candidate":"d","question":"a.c","answer":[1]})" + "\n",
            to_text({{"op", "invoke"}, {"kind", "round"}, {"name", "r"}, {"callback", "run"}, {"arguments", {Json::object()}}}),
            to_text({{"op", "return"}, {"job", 1}, {"answered", true}, {"value", {{"id", "a.b"}}}}),
            to_text(load_of(Json::array({script()})).header)};
  }
  std::string run(const std::string& input) override {
    if (process_ < 0)
      if (std::string problem = begin(); !problem.empty()) return problem;
    const std::string header = input.substr(0, input.find('\n')),
                      body = header.size() < input.size() ? input.substr(header.size() + 1) : "";
    const std::uint32_t lengths[2] = {static_cast<std::uint32_t>(header.size()), static_cast<std::uint32_t>(body.size())};
    std::string problem = exchange(std::string(reinterpret_cast<const char*>(lengths), sizeof lengths) + header + body);
    if (process_ >= 0 && ++served_ % 200 == 0) end();  // so that definitions do not heap up
    return problem;
  }

 private:
  static Json script() {
    return {{"file", "a.lua"},
            {"text",
             "question_type { name = 't', description = 'd', fields = {}, grade = function(q, r) return { credit = 1 } end }\n"
             "scoring_rule { name = 'plain', description = 'd', options = { n = { 1, 'h' } }, score = function(r) return r.credit end }\n"
             "round { name = 'r', description = 'd', run = function(r) local q = r:pick{}; r:ask(q) end }"},
            {"origin", "shipped"}};
  }

  std::string begin() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return "no connection";
    const std::string program = worker_program();
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(ends[1], 3);
      char* words[] = {const_cast<char*>(program.c_str()), nullptr};
      char* environment[] = {nullptr};
      if (ends[1] != 3) ::close(ends[1]);
      ::execve(program.c_str(), words, environment);
      ::_exit(127);
    }
    ::close(ends[1]);
    channel_ = ends[0];
    reader_ = FrameReader();
    served_ = 0;
    if (std::string problem = receive(); !problem.empty()) return "hello: " + problem;
    return exchange(encode_head(load_of(Json::array({script()}))));  // it has no body
  }

  std::string exchange(const std::string& bytes) {
    for (std::size_t put = 0; put < bytes.size();) {
      ssize_t count = ::send(channel_, bytes.data() + put, bytes.size() - put, MSG_NOSIGNAL);
      if (count <= 0) return ended();
      put += static_cast<std::size_t>(count);
    }
    return receive();
  }

  std::string receive() {
    for (;;) {
      pollfd wanted{channel_, POLLIN, 0};
      if (::poll(&wanted, 1, static_cast<int>(patience.count())) != 1) return "the worker does not answer";
      const std::span<char> room = reader_.room();
      ssize_t got = ::recv(channel_, room.data(), room.size(), 0);
      if (got <= 0) return ended();
      Frame frame;
      Result<bool> whole = reader_.put(static_cast<std::size_t>(got), frame);
      if (!whole) return whole.error().text();
      if (*whole) return message_fault(frame.header);
    }
  }

  // The worker has closed the connection: has it ended as it should?
  std::string ended() {
    int state = 0;
    ::close(channel_);
    ::waitpid(process_, &state, 0);
    process_ = -1;
    if (WIFSIGNALED(state)) return "the worker was ended by signal " + std::to_string(WTERMSIG(state));
    return WEXITSTATUS(state) == 0 || WEXITSTATUS(state) == worker_out_of_memory
               ? ""
               : "the worker ended with status " + std::to_string(WEXITSTATUS(state));
  }

  void end() {
    if (process_ < 0) return;
    ::close(channel_);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
  }

  pid_t process_ = -1;
  int channel_ = -1, served_ = 0;
  FrameReader reader_;
};

}  // namespace

std::unique_ptr<Target> worker_target(const std::string& name) {
  if (name == "messages") return std::make_unique<Messages>();
  if (name == "scripts") return std::make_unique<Loaded>();
  if (name == "typed") return std::make_unique<Typed>();
  return nullptr;
}

}  // namespace viva::fuzz
