// What is kept between runs of the program, in one SQLite file: sessions with their event logs, the texts they were made with, and which questions
// were answered how well.
//
// Every change is committed before the call returns, so that a killed program loses nothing that it had said was done. Several programs may
// use the file at the same time; a session is open in one of them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

struct sqlite3;

namespace viva {

struct SessionFacts {
  std::int64_t id = 0;
  std::string round;
  Json options = Json::object();
  std::string seed;
  std::string language;
  bool finished = false;
  std::string began;   // local time, "2026-11-21 14:05"
  int answered = 0;    // questions with an answer so far
  Json ending;         // of a finished session: {points, max, passed?, note?, why?}
};

struct Event {
  std::string name;    // "pick", "ask", "say" …
  Json request, result;
};

// A text that a session was made with: a script file or a question.
struct KeptText {
  std::string kind;    // "script" or "question"
  std::string name;    // file or id
  std::string origin, library;
  std::string text;
};

// What was typed of an answer that is not finished.
struct Draft {
  std::string text;
  int hints = 0;
  double seconds = 0;
};

struct QuestionHistory {
  int attempts = 0;
  double last_credit = 0;
  std::string last;    // local time
};

// What a candidate says of an answer: "I did say that". For the author of the question, who may add the wording to the patterns of the point.
struct Dispute {
  std::string question, point;  // ids
  std::string wording;          // of the answer, or all of it
  std::string answer;
  std::string at;               // local time
};

// In the folder of sessions and history.
inline constexpr char store_file[] = "sessions.sqlite";

class Store {
 public:
  static Result<std::unique_ptr<Store>> open(const std::string& file);
  ~Store();

  Result<std::int64_t> add_session(const SessionFacts& facts);
  Result<SessionFacts> session(std::int64_t id);
  std::vector<SessionFacts> sessions();  // the newest first
  Status finish(std::int64_t id, const Json& ending);
  Status remove_session(std::int64_t id);

  std::vector<Event> events(std::int64_t session);
  Status add_event(std::int64_t session, std::size_t number, const Event& event);
  // Drops the event with this number and all that follow.
  Status cut_events(std::int64_t session, std::size_t number);

  Status keep(std::int64_t session, const std::vector<KeptText>& texts);
  std::vector<KeptText> kept(std::int64_t session);
  Status forget(std::int64_t session, const std::string& kind);

  Status save_draft(std::int64_t session, const Draft& draft);
  std::optional<Draft> draft(std::int64_t session);

  // An answered question, for `unseen`, statistics and reviews. `record` is the grade.
  Status add_attempt(const std::string& question, const Json& record, std::int64_t session);
  std::set<std::string> seen();
  std::map<std::string, QuestionHistory> history();

  Status add_dispute(const Dispute& dispute);  // `at` is now
  std::vector<Dispute> disputes();             // by question and point, the oldest first

 private:
  explicit Store(sqlite3* database) : database_(database) {}
  sqlite3* database_;
};

// Held while a session is open; another program gets an error that says so.
class SessionLock {
 public:
  static Result<SessionLock> take(const std::string& folder, std::int64_t session);
  SessionLock(SessionLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  SessionLock& operator=(SessionLock&&) = delete;
  ~SessionLock();

 private:
  explicit SessionLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace viva
