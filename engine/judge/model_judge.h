// A judge behind an endpoint that speaks the protocol of OpenAI's chat completions (llama.cpp, Ollama, vLLM and most services do).
//
//   ModelJudge judge({.url = "http://localhost:11434/v1", .model = "qwen2.5:7b"});
//
// It asks for an answer in a JSON schema; of an endpoint that refuses that, for any JSON; of one that refuses that, too, in words alone.
// What comes back is checked here: an entry for each point, and quotes that stand in the answer. The answer goes out between delimiters
// drawn at random, as text that is judged and not obeyed.
//
// The request is made by the program viva-post (engine/post), started for it: the engine itself opens no connection. The key is taken from
// $VIVA_JUDGE_KEY by that program, and nowhere written. What was judged before is not asked again, where there is a folder to keep it.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>

#include "judge/judge.h"

namespace viva {

struct ModelJudgeOptions {
  std::string url;  // up to and without "/chat/completions"
  std::string model;
  std::chrono::milliseconds allowed{60000};  // for one request
  std::string program;                       // viva-post
  std::string kept_in;                       // folder of what was judged before; empty: nothing is kept
};

class ModelJudge : public Judge {
 public:
  explicit ModelJudge(ModelJudgeOptions options) : options_(std::move(options)), name_(options_.model) {}

  const std::string& name() const override { return name_; }
  Result<std::vector<JudgedPoint>> read(const JudgeTask& task) override;

 private:
  enum class Form { schema, json, words };  // how the endpoint is asked for JSON

  Result<std::string> ask(const JudgeTask& task, Form form);
  std::string kept_file(const JudgeTask& task) const;

  ModelJudgeOptions options_;
  std::string name_;
  std::atomic<Form> form_{Form::schema};  // what the endpoint did not refuse
};

// The points as a reply in JSON has them, held against the task: an error when it is something else than one entry for each.
Result<std::vector<JudgedPoint>> read_reply(const std::string& reply, const JudgeTask& task);

}  // namespace viva
