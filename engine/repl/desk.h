// What the modes and commands of the REPL share: the material practised with, the person's terminal and files, and what is going on.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "repl/line_reader.h"
#include "repl/screen.h"
#include "session/session.h"

namespace viva {

// Bank and scripts, loaded. `owner` keeps alive what the pointers point to.
struct Material {
  const Bank* bank = nullptr;
  ScriptHost* host = nullptr;
  QuestionStore* questions = nullptr;
  Judge* judge = nullptr;     // Grading::judge
  std::vector<Error> faults;  // files that were left out
  std::shared_ptr<void> owner;
};

// A question that is being answered.
struct OpenQuestion {
  const AskRequest* request = nullptr;
  bool in_round = false;
  Presented shown;
  std::vector<Hint> hints;
  Draft draft;  // draft.seconds: before `since`
  std::chrono::steady_clock::time_point since;
  bool at_start = true;               // commands are obeyed: nothing typed yet, or interrupted
  std::optional<AskOutcome> outcome;  // set by whatever ends the question

  double seconds() const;  // spent on it, earlier runs of the session included
};

// An answer that was graded, for `.review`.
struct Reviewed {
  std::string id;
  Graded grade;
  Json answer;
  bool timed_out = false;
};

struct Desk {
  Material material;
  std::function<Result<Material>()> load_material;  // as it is on disk now
  std::unique_ptr<Store> store;                     // none: store_problem says why
  std::string store_problem;
  std::string data_folder;
  std::unique_ptr<LineReader> reader;
  Screen screen{"en"};

  OpenQuestion* open = nullptr;
  Session* session = nullptr;      // the round that is running
  int questions_in_round = 0;      // how many it asks at most; 0: not known
  std::string follow_up;           // offered after the last single question
  std::vector<std::string> asked;  // single questions since the start, for follow-ups
  std::vector<Reviewed> reviews;   // of the single question before; empty: the last round's are to be reviewed
  std::vector<std::string> names;  // defined at the Lua prompt, for completion
  bool defined = false;            // something was defined at the Lua prompt
  bool told_how_to_end = false;
  bool over = false;  // the person leaves viva

  const std::string& language() const { return screen.language(); }
  const Bank& bank() const { return *material.bank; }
  ScriptHost& host() { return *material.host; }
  QuestionStore& questions() { return *material.questions; }

  // "; did you mean 'x'?" in the person's language, or nothing.
  std::string meant(const std::string& word, const std::vector<std::string>& known) const { return viva::meant(word, known, language()); }
};

// The candidate's name in the records of sessions: they are the person's own.
inline constexpr char own_candidate[] = "me";

}  // namespace viva
