#include "bench_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "base/locations.h"

namespace viva {
namespace {

namespace fs = std::filesystem;

constexpr int areas = 20;

std::string id_of(int question) { return fmt::format("area-{}.question-{}", question % areas, question); }

// As large as the questions that ship: about 3 KiB.
std::string question_text(int question) {
  std::string options;
  for (int i = 0; i < 4; ++i) {
    std::string key =
        i == 2 ? "\"correct\": true"
               : "\"why\": {\"en\": \"Because of what it does, not of what it is called.\", \"zh\": \"关键在于它做什么，而不是叫什么。\"}";
    options += fmt::format("{}{{\"text\": {{\"en\": \"option {} of question {}\", \"zh\": \"第 {} 题的选项 {}\"}}, {}}}",
                           i ? ",\n    " : "", i, question, question, i, key);
  }
  std::string prose;
  for (int i = 0; i < 16; ++i) prose += "A sentence that explains one side of it at some length, as explanations do. ";
  return fmt::format(
      "{{\n  \"id\": \"{}\",\n  \"type\": \"choice\",\n  \"topics\": [\"topic\"],\n  \"covers\": [\"entry\"],\n  \"level\": \"junior\",\n  "
      "\"difficulty\": 2,\n  "
      "\"seconds\": 60,\n"
      "  \"prompt\": {{\"en\": \"What does question {} ask?\", \"zh\": \"第 {} 题问的是什么？\"}},\n  \"options\": [\n    {}\n  ],\n"
      "  \"hints\": [{{\"en\": \"One.\", \"zh\": \"一。\"}}, {{\"en\": \"Two.\", \"zh\": \"二。\"}}],\n"
      "  \"explanation\": {{\"en\": \"{}\", \"zh\": \"解释。\"}},\n  \"references\": [\"https://example.org/\"]\n}}\n",
      id_of(question), question, question, options, prose);
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

}  // namespace

BenchFolder::BenchFolder() {
  std::string pattern = (fs::temp_directory_path() / "viva-bench-XXXXXX").string();
  folder_ = ::mkdtemp(pattern.data());
}

BenchFolder::~BenchFolder() { fs::remove_all(folder_); }

std::string BenchFolder::home(int questions) const {
  fs::path home = fs::path(folder_) / fmt::format("home-{}", questions);
  if (fs::exists(home)) return home;
  fs::create_directories(home);
  fs::copy(fs::path(home_folder()) / "scripts", home / "scripts", fs::copy_options::recursive);
  std::string names;
  for (int i = 0; i < areas; ++i)
    names += fmt::format("{}\"area-{}\": {{\"en\": \"Area {}\", \"zh\": \"领域 {}\"}}", i ? ", " : "", i, i, i);
  write(home / "questions/index.json", "{\"areas\": {" + names +
                                           "}, \"topics\": {\"topic\": {\"en\": \"Topic\", \"zh\": \"主题\"}},\n"
                                           "\"catalogue\": {\"entry\": {\"area\": \"area-0\", \"en\": \"Entry\", \"zh\": \"条目\"}}}\n");
  fs::copy(fs::path(home_folder()) / "questions/glossary.json", home / "questions/glossary.json");
  for (int i = 0; i < questions; ++i) write(home / fmt::format("questions/area-{}/question-{}.json", i % areas, i), question_text(i));
  return home;
}

std::string BenchFolder::answers(int questions, int count) const {
  fs::path file = fs::path(folder_) / fmt::format("answers-{}-{}.jsonl", questions, count);
  if (fs::exists(file)) return file;
  std::ofstream out(file);
  for (int i = 0; i < count; ++i)
    out << fmt::format("{{\"candidate\": \"candidate {}\", \"question\": \"{}\", \"answer\": \"{}\", \"seconds\": {}}}\n", i / 10,
                       id_of(i * 7 % questions), "abcd"[i % 4], i % 90);
  return file;
}

std::string BenchFolder::text_pack() const {
  fs::path pack = fs::path(folder_) / "text";
  if (fs::exists(pack)) return pack;
  write(pack / "questions/index.json",
        R"({"areas": {"text": {"en": "Text", "zh": "文字"}}, "topics": {"topic": {"en": "Topic", "zh": "主题"}}})");
  write(pack / "questions/text/gil.json", R"({
  "id": "text.gil", "type": "short-answer", "topics": ["topic"], "level": "mid", "difficulty": 3, "seconds": 120,
  "prompt": {"en": "What does the global interpreter lock of CPython protect, when do threads help in spite of it, and what for work that keeps a processor busy?",
             "zh": "CPython 的全局解释器锁保护什么？什么时候多线程仍然有用？计算密集的任务该怎么办？"},
  "points": [
    {"id": "one-thread", "weight": 2, "text": "only one thread at a time runs bytecode",
     "any": ["one|single|only thread* > time|once|moment execut*|run*", "同一时刻|一次 一个 线程", "exclusive* bytecode*|interpreter"]},
    {"id": "counts", "weight": 2, "text": "it protects reference counts", "any": ["protect*|guard* reference*|refcount* count*", "引用计数", "internal state|structure*"]},
    {"id": "released", "weight": 2, "text": "it is released while waiting",
     "any": ["releas*|give*|drop* > wait*|input|i_o|io|network|disk", "io_bound|i_o_bound", "释放 等待|io|阻塞", "block* > call* releas*"]},
    {"id": "processes", "weight": 1, "text": "processes for computing", "any": ["multiprocess*|processes|process_pool", "several|more process*", "多进程|进程池"]},
    {"id": "not-safe", "weight": 1, "polarity": "any", "text": "own data needs locks", "any": ["not|still|own > lock*|safe|atomic", "race_condition*", "仍|还 加锁|锁"]},
    {"id": "native", "weight": 1, "text": "native code may release it", "any": ["numpy|native|extension*|c_code releas*|parallel", "cython|ctypes", "扩展 释放"]}],
  "models": [
    {"lang": "en", "text": "The lock lets only one thread at a time execute bytecode, which protects reference counts and other state of the interpreter. It is released while a thread waits for input or output, so threads help where work is I/O bound. For computing use several processes, or native code that releases the lock. Data of your own still needs locks."},
    {"lang": "zh", "text": "全局解释器锁保证同一时刻只有一个线程执行字节码，保护引用计数等内部状态。线程等待输入输出时会释放它，所以 IO 密集的任务用多线程仍然有效；计算密集的用多进程。自己的共享数据仍然要加锁。"}],
  "checks": [{"answer": "only one thread at a time runs", "credit": [0, 1]}]
})");
  return pack;
}

std::string BenchFolder::text_answers(int words, int count) const {
  fs::path file = fs::path(folder_) / fmt::format("text-{}-{}.jsonl", words, count);
  if (fs::exists(file)) return file;
  constexpr const char* sentences[] = {"The lock makes sure that only one thread executes bytecode at any time.",
                                       "It protects the reference counts of objects and some internal structures as well.",
                                       "A thread gives it up while it waits for the network or for the disk.",
                                       "So threads are still useful for programs that are bound by input and output.",
                                       "For heavy computing I would start several processes with a pool instead.",
                                       "Libraries such as NumPy do their work in native code and release the lock meanwhile.",
                                       "Shared data of your own is not safe because an increment takes several instructions.",
                                       "You may still lose an udpate and therefore need a mutex around the critical part.",
                                       "I have seen this in a web server where two requests changed the same counter.",
                                       "In practice most services spend their time in the database anyway.",
                                       "A switch between threads may happen after every few milliseconds."};
  std::ofstream out(file);
  for (int i = 0; i < count; ++i) {
    std::string text;
    int said = 0;
    for (int sentence = i; said < words; sentence += 1 + i % 10)
      for (std::string_view rest = sentences[static_cast<std::size_t>(sentence) % std::size(sentences)]; !rest.empty() && said < words;
           ++said) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        text.append(text.empty() ? "" : " ").append(word);
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      }
    out << fmt::format("{{\"candidate\": \"candidate {}\", \"question\": \"text.gil\", \"answer\": \"{}\"}}\n", i, text);
  }
  return file;
}

bool run_viva(const std::string& home, std::initializer_list<std::string> arguments) {
  std::string program = (fs::path(worker_program()).parent_path() / "viva").string();
  std::string own_home = "VIVA_HOME=" + home, folder = "HOME=" + home;
  std::vector<char*> words{program.data()};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  char* environment[] = {own_home.data(), folder.data(), nullptr};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = -1;
  int failed = ::posix_spawn(&process, program.c_str(), &actions, nullptr, words.data(), environment);
  ::posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  return failed == 0 && ::waitpid(process, &status, 0) == process && status == 0;
}

}  // namespace viva
