// What the benchmarks work on: made anew in a folder of their own, which is removed at the end.
#pragma once

#include <string>

namespace viva {

class BenchFolder {
 public:
  BenchFolder();
  ~BenchFolder();
  BenchFolder(const BenchFolder&) = delete;
  BenchFolder& operator=(const BenchFolder&) = delete;

  // A home folder for the program: the scripts that ship, and so many choice questions.
  std::string home(int questions) const;
  // A file of answers to the questions of a home, one a line; every fourth is right.
  std::string answers(int questions, int count) const;

  // A pack with one question in free text, six points and two model answers, and a file of so many answers to it, of so many words each.
  std::string text_pack() const;
  std::string text_answers(int words, int count) const;

 private:
  std::string folder_;
};

// Runs `viva` with standard output thrown away, and waits for its end. False: it failed.
bool run_viva(const std::string& home, std::initializer_list<std::string> arguments);

}  // namespace viva
