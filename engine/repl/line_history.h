// The lines typed at earlier prompts: libedit's list in memory, a text file of one line each on disk.
#pragma once

#include <histedit.h>

#include <string>

namespace viva {

class LineHistory {
 public:
  explicit LineHistory(std::string file);  // reads the last 2,000 lines of it
  ~LineHistory();
  LineHistory(const LineHistory&) = delete;
  LineHistory& operator=(const LineHistory&) = delete;

  // Appends to the list and, at once, to the file: nothing is lost when the program is killed. The same line twice in a row is kept once.
  void add(const std::string& line);

  HistoryW* list() { return list_; }

 private:
  void enter(const std::string& line);

  std::string file_;
  HistoryW* list_;
  std::string last_;
};

}  // namespace viva
