// A session: one run of a round script, with the log of everything the script was told.
//
// A session is (script, options, seed, log). Whatever the script asks the engine for is logged with its result before the script goes on. Resuming
// runs the script from its beginning and answers from the log, without picking, asking or grading again, until the log ends. Undo cuts the log
// before the last answer and does the same; so does a reload with an edited script.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "grading/grader.h"
#include "session/question_sheet.h"
#include "session/store.h"

namespace viva {

struct AskOutcome {
  enum class Kind {
    answered,
    skipped,
    timed_out,  // what had been typed counts when `answer` is not null
    undo,       // go back to the question before
    leave,      // keep the session for later
    reload,     // run the script again from the log, as edited
  };
  Kind kind = Kind::answered;
  Json answer;
  double seconds = 0;
  int hints = 0;
};

// One question that is to be asked now.
struct AskRequest {
  const QuestionSheet* sheet = nullptr;
  int number = 1;              // of this session
  double limit = 0;            // seconds allowed; 0: no limit
  std::string section;
  std::string problem;         // not empty: the last input could not be read, and why; ask again
  std::string refused;         // that input, where it is a text: `.edit` begins with it
  Draft draft;                 // what had been typed before the session was left
  std::function<void(const Draft&)> save_draft;  // to be called after every line of an answer and every hint

  // The same once more, since the answer could not be read.
  void again(const AskOutcome& outcome, const std::string& why);
};

// Whoever sits in front of the candidate: the REPL, or a test.
class Examiner {
 public:
  virtual ~Examiner() = default;
  virtual AskOutcome ask(const AskRequest& request) = 0;
  virtual void graded(const QuestionSheet& sheet, const Graded& grade) = 0;  // feedback
  virtual void say(const Json& text) = 0;                                    // Markdown, a text
  virtual void printed(const std::string& text) = 0;                         // what a script printed
  virtual void warn(const std::string& text) = 0;                            // a question at fault was passed over, and why
  // The script asks for something else than it did when this was logged. True: go on from here, dropping the rest of the log; false: leave.
  virtual bool diverged(std::size_t number, const std::string& logged, const std::string& now) = 0;
};

struct SessionEnd {
  enum class Kind { finished, left, reload } kind = Kind::finished;
  Json ending;                 // finished: {points, max, passed?, note?, why?, answers: n}
  std::vector<Json> records;   // of all answers, in order
};

struct SessionContext {
  Store& store;
  ScriptHost& host;
  const Bank& bank;
  std::string data_folder;
  std::string candidate;
  Judge* judge = nullptr;  // Grading::judge
};

class Session {
 public:
  // Starts a round. `options` as check_options gives them; an empty seed: one is drawn.
  static Result<std::unique_ptr<Session>> begin(SessionContext context, const std::string& round, const Json& options, const std::string& language,
                                                const std::string& seed = {});
  // Goes on with a session of the store, with the scripts and questions that it began with.
  static Result<std::unique_ptr<Session>> resume(SessionContext context, std::int64_t id);
  ~Session();

  std::int64_t id() const { return facts_.id; }
  const std::string& round() const { return facts_.round; }
  const std::string& seed() const { return facts_.seed; }
  int answered() const;
  // Replies and grades are in this language from now on.
  void set_language(const std::string& language) { facts_.language = language; }

  // From the next run on, the session uses the scripts as they are in this host. They become what it resumes with once they have come to the end of
  // its log: where they ask for something else and the candidate does not want that, it stays what it was.
  void use_scripts(ScriptHost& host);

  // Runs until the round has ended or the candidate leaves. An error: a script failed; the session is kept, and can go on after the script was mended.
  Result<SessionEnd> run(Examiner& examiner);

 private:
  Session(SessionContext context, SessionFacts facts, SessionLock lock);

  struct Stop;  // why the script is not to go on
  Result<Json> answer_call(const std::string& name, const Json& arguments, Examiner& examiner);
  Result<Json> perform(const std::string& name, const Json& arguments, Examiner& examiner);
  Result<Json> pick(const Json& arguments, Examiner& examiner);
  Result<Json> ask(const Json& arguments, Examiner& examiner);
  Result<Json> follow_up(const Json& arguments);
  Json result_of(const Graded& graded, const QuestionSheet& sheet, const Json& options, const AskOutcome& outcome);
  std::vector<std::string> asked() const;
  Status keep_sources();
  Status keep_new_sources();
  Result<Json> total(std::vector<Json>& records);
  double elapsed() const;
  Result<SessionEnd> run_once(Examiner& examiner);
  Result<Graded> ask_until_readable(const QuestionSheet& sheet, AskRequest request, const Json& options, Examiner& examiner, AskOutcome& outcome);
  std::string draw_seed() const;

  SessionContext context_;
  SessionFacts facts_;
  SessionLock lock_;
  ScriptHost* host_;                          // the context's, or own_host_
  std::unique_ptr<ScriptHost> own_host_;      // with the scripts that the session began with, where those on disk differ
  std::unique_ptr<QuestionStore> questions_;
  std::vector<Event> events_;
  std::size_t replayed_ = 0;                  // events that this run has answered from the log
  std::unique_ptr<Stop> stop_;
  int calls_after_stop_ = 0;
  bool scripts_are_new_ = false;              // use_scripts was called, and the log has not been gone through since
  bool worker_lost_ = false;                  // the last run ended because of that
};

}  // namespace viva
