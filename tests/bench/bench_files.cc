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
      "{{\n  \"id\": \"{}\",\n  \"type\": \"choice\",\n  \"topics\": [\"topic\"],\n  \"level\": \"junior\",\n  \"difficulty\": 2,\n  "
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
  write(home / "questions/index.json", "{\"areas\": {" + names + "}, \"topics\": {\"topic\": {\"en\": \"Topic\", \"zh\": \"主题\"}}}\n");
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
