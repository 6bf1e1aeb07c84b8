#include "session/store.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ctime>

#include "base/hash.h"

namespace viva {
namespace {

constexpr int schema_version = 2;
constexpr const char* schema = R"(
  CREATE TABLE session (id INTEGER PRIMARY KEY, round TEXT NOT NULL, options TEXT NOT NULL, seed TEXT NOT NULL, language TEXT NOT NULL,
                        began TEXT NOT NULL, ending TEXT, draft TEXT);
  CREATE TABLE event (session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE, number INTEGER NOT NULL, name TEXT NOT NULL, request TEXT NOT NULL,
                      result TEXT NOT NULL, PRIMARY KEY (session, number)) WITHOUT ROWID;
  CREATE TABLE text (hash TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE kept (session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE, kind TEXT NOT NULL, name TEXT NOT NULL, origin TEXT NOT NULL,
                     library TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (session, kind, origin, name)) WITHOUT ROWID;
  CREATE TABLE attempt (id INTEGER PRIMARY KEY, question TEXT NOT NULL, credit REAL, record TEXT NOT NULL, session INTEGER, at TEXT NOT NULL);
  CREATE INDEX attempt_of_question ON attempt (question, id);
  PRAGMA user_version = 1;
)";

// From the version before to each version from 2 on.
constexpr const char* upgrades[] = {R"(
  CREATE TABLE dispute (id INTEGER PRIMARY KEY, question TEXT NOT NULL, point TEXT NOT NULL, wording TEXT NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL);
  PRAGMA user_version = 2;
)"};
static_assert(std::size(upgrades) == schema_version - 1);

std::string now() {
  std::time_t seconds = std::time(nullptr);
  std::tm parts;
  localtime_r(&seconds, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &parts);
  return text;
}

// One prepared statement. Parameters are bound in order; a failure shows when it is run.
class Statement {
 public:
  Statement(sqlite3* database, const char* text) : database_(database) { ::sqlite3_prepare_v2(database, text, -1, &statement_, nullptr); }
  ~Statement() { ::sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& with(std::int64_t value) { return (::sqlite3_bind_int64(statement_, ++bound_, value), *this); }
  Statement& with(double value) { return (::sqlite3_bind_double(statement_, ++bound_, value), *this); }
  Statement& with(const std::string& value) {
    return (::sqlite3_bind_text(statement_, ++bound_, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT), *this);
  }
  Statement& with_nothing() { return (::sqlite3_bind_null(statement_, ++bound_), *this); }

  bool next() {
    state_ = statement_ ? ::sqlite3_step(statement_) : SQLITE_ERROR;
    return state_ == SQLITE_ROW;
  }
  Status run() {
    while (next()) continue;
    if (state_ == SQLITE_DONE) return ok();
    return error(std::string("the session store cannot be written: ") + ::sqlite3_errmsg(database_));
  }

  std::int64_t integer(int column) { return ::sqlite3_column_int64(statement_, column); }
  double number(int column) { return ::sqlite3_column_double(statement_, column); }
  std::string text(int column) {
    const unsigned char* bytes = ::sqlite3_column_text(statement_, column);
    return bytes ? std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(::sqlite3_column_bytes(statement_, column))) : std::string();
  }
  Json json(int column) {
    Result<Json> value = parse_json(text(column));
    return value ? std::move(*value) : Json();
  }

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
  int state_ = SQLITE_OK;
};

Status execute(sqlite3* database, const char* text) {
  if (::sqlite3_exec(database, text, nullptr, nullptr, nullptr) == SQLITE_OK) return ok();
  return error(std::string("the session store cannot be used: ") + ::sqlite3_errmsg(database));
}

// All changes between begin and commit happen or none does.
class Transaction {
 public:
  explicit Transaction(sqlite3* database) : database_(database), began_(execute(database, "BEGIN IMMEDIATE")) {}
  ~Transaction() {
    if (began_ && !done_) (void)execute(database_, "ROLLBACK");
  }
  const Status& began() const { return began_; }
  Status commit() {
    Status committed = execute(database_, "COMMIT");
    done_ = static_cast<bool>(committed);
    return committed;
  }

 private:
  sqlite3* database_;
  Status began_;
  bool done_ = false;
};

SessionFacts facts_from(Statement& row) {
  SessionFacts facts;
  facts.id = row.integer(0);
  facts.round = row.text(1);
  facts.options = row.json(2);
  facts.seed = row.text(3);
  facts.language = row.text(4);
  facts.began = row.text(5);
  facts.ending = row.json(6);
  facts.finished = !facts.ending.is_null();
  facts.answered = static_cast<int>(row.integer(7));
  return facts;
}

constexpr const char* select_sessions =
    "SELECT id, round, options, seed, language, began, ending, (SELECT count(*) FROM event WHERE session = id AND name = 'ask') FROM session ";

}  // namespace

Result<std::unique_ptr<Store>> Store::open(const std::string& file) {
  sqlite3* database = nullptr;
  if (::sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) != SQLITE_OK) {
    std::string why = database ? ::sqlite3_errmsg(database) : "out of memory";
    ::sqlite3_close(database);
    return error_in(file, 0, "the session store cannot be opened: " + why + "; name another folder with --data");
  }
  std::unique_ptr<Store> store(new Store(database));
  ::sqlite3_busy_timeout(database, 5000);
  if (Status ready = execute(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON"); !ready)
    return error_in(file, 0, ready.error().message + "; name another folder with --data");
  Transaction transaction(database);
  if (!transaction.began()) return transaction.began().error();
  Statement version(database, "PRAGMA user_version");
  std::int64_t found = version.next() ? version.integer(0) : 0;
  if (found > schema_version) return error_in(file, 0, "was written by a newer viva; use that one, or name another folder with --data");
  if (found == 0)
    if (Status made = execute(database, schema); !made) return made.error();
  for (std::int64_t from = std::max<std::int64_t>(found, 1); from < schema_version; ++from)
    if (Status upgraded = execute(database, upgrades[from - 1]); !upgraded) return upgraded.error();
  if (Status committed = transaction.commit(); !committed) return committed.error();
  return store;
}

Store::~Store() { ::sqlite3_close_v2(database_); }

Result<std::int64_t> Store::add_session(const SessionFacts& facts) {
  Statement insert(database_, "INSERT INTO session (round, options, seed, language, began) VALUES (?, ?, ?, ?, ?)");
  Status added = insert.with(facts.round).with(to_text(facts.options)).with(facts.seed).with(facts.language).with(now()).run();
  if (!added) return added.error();
  return ::sqlite3_last_insert_rowid(database_);
}

Result<SessionFacts> Store::session(std::int64_t id) {
  std::string text = std::string(select_sessions) + "WHERE id = ?";
  Statement select(database_, text.c_str());
  if (select.with(id).next()) return facts_from(select);
  return error("there is no session " + std::to_string(id) + "; .sessions lists them");
}

std::vector<SessionFacts> Store::sessions() {
  std::string text = std::string(select_sessions) + "ORDER BY id DESC";
  Statement select(database_, text.c_str());
  std::vector<SessionFacts> found;
  while (select.next()) found.push_back(facts_from(select));
  return found;
}

Status Store::finish(std::int64_t id, const Json& ending) {
  return Statement(database_, "UPDATE session SET ending = ?, draft = NULL WHERE id = ?").with(to_text(ending)).with(id).run();
}

Status Store::remove_session(std::int64_t id) { return Statement(database_, "DELETE FROM session WHERE id = ?").with(id).run(); }

std::vector<Event> Store::events(std::int64_t session) {
  Statement select(database_, "SELECT name, request, result FROM event WHERE session = ? ORDER BY number");
  select.with(session);
  std::vector<Event> found;
  while (select.next()) found.push_back({select.text(0), select.json(1), select.json(2)});
  return found;
}

Status Store::add_event(std::int64_t session, std::size_t number, const Event& event) {
  Transaction transaction(database_);
  if (!transaction.began()) return transaction.began();
  Status added = Statement(database_, "INSERT INTO event (session, number, name, request, result) VALUES (?, ?, ?, ?, ?)")
                     .with(session)
                     .with(static_cast<std::int64_t>(number))
                     .with(event.name)
                     .with(to_text(event.request))
                     .with(to_text(event.result))
                     .run();
  if (!added) return added;
  if (event.name == "ask")
    if (Status cleared = Statement(database_, "UPDATE session SET draft = NULL WHERE id = ?").with(session).run(); !cleared) return cleared;
  return transaction.commit();
}

Status Store::cut_events(std::int64_t session, std::size_t number) {
  return Statement(database_, "DELETE FROM event WHERE session = ? AND number >= ?").with(session).with(static_cast<std::int64_t>(number)).run();
}

Status Store::keep(std::int64_t session, const std::vector<KeptText>& texts) {
  Transaction transaction(database_);
  if (!transaction.began()) return transaction.began();
  for (const KeptText& kept : texts) {
    std::string hash = content_hash(kept.text);
    Status text = Statement(database_, "INSERT OR IGNORE INTO text (hash, content) VALUES (?, ?)").with(hash).with(kept.text).run();
    if (!text) return text;
    Status link = Statement(database_, "INSERT OR REPLACE INTO kept (session, kind, name, origin, library, hash) VALUES (?, ?, ?, ?, ?, ?)")
                      .with(session)
                      .with(kept.kind)
                      .with(kept.name)
                      .with(kept.origin)
                      .with(kept.library)
                      .with(hash)
                      .run();
    if (!link) return link;
  }
  return transaction.commit();
}

std::vector<KeptText> Store::kept(std::int64_t session) {
  Statement select(database_, "SELECT kind, name, origin, library, content FROM kept JOIN text USING (hash) WHERE session = ? ORDER BY kind, origin, name");
  select.with(session);
  std::vector<KeptText> found;
  while (select.next()) found.push_back({select.text(0), select.text(1), select.text(2), select.text(3), select.text(4)});
  return found;
}

Status Store::forget(std::int64_t session, const std::string& kind) {
  return Statement(database_, "DELETE FROM kept WHERE session = ? AND kind = ?").with(session).with(kind).run();
}

Status Store::save_draft(std::int64_t session, const Draft& draft) {
  Json saved = {{"text", draft.text}, {"hints", draft.hints}, {"seconds", draft.seconds}};
  return Statement(database_, "UPDATE session SET draft = ? WHERE id = ?").with(to_text(saved)).with(session).run();
}

std::optional<Draft> Store::draft(std::int64_t session) {
  Statement select(database_, "SELECT draft FROM session WHERE id = ? AND draft IS NOT NULL");
  if (!select.with(session).next()) return std::nullopt;
  Json saved = select.json(0);
  if (!saved.is_object()) return std::nullopt;
  return Draft{saved.value("text", ""), saved.value("hints", 0), saved.value("seconds", 0.0)};
}

Status Store::add_attempt(const std::string& question, const Json& record, std::int64_t session) {
  Statement insert(database_, "INSERT INTO attempt (question, credit, record, session, at) VALUES (?, ?, ?, ?, ?)");
  insert.with(question);
  if (record["credit"].is_number())
    insert.with(record["credit"].get<double>());
  else
    insert.with_nothing();
  return insert.with(to_text(record)).with(session).with(now()).run();
}

Status Store::add_dispute(const Dispute& dispute) {
  Statement insert(database_, "INSERT INTO dispute (question, point, wording, answer, at) VALUES (?, ?, ?, ?, ?)");
  return insert.with(dispute.question).with(dispute.point).with(dispute.wording).with(dispute.answer).with(now()).run();
}

std::vector<Dispute> Store::disputes() {
  Statement select(database_, "SELECT question, point, wording, answer, at FROM dispute ORDER BY question, point, id");
  std::vector<Dispute> found;
  while (select.next()) found.push_back({select.text(0), select.text(1), select.text(2), select.text(3), select.text(4)});
  return found;
}

std::set<std::string> Store::seen() {
  Statement select(database_, "SELECT DISTINCT question FROM attempt");
  std::set<std::string> found;
  while (select.next()) found.insert(select.text(0));
  return found;
}

std::map<std::string, QuestionHistory> Store::history() {
  Statement select(database_, "SELECT question, credit, at FROM attempt WHERE credit IS NOT NULL ORDER BY id");
  std::map<std::string, QuestionHistory> found;
  while (select.next()) {
    QuestionHistory& history = found[select.text(0)];
    ++history.attempts;
    history.last_credit = select.number(1);
    history.last = select.text(2);
  }
  return found;
}

Result<SessionLock> SessionLock::take(const std::string& folder, std::int64_t session) {
  std::string file = folder + "/session-" + std::to_string(session) + ".lock";
  int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return error_in(file, 0, std::string("cannot be written: ") + std::strerror(errno));
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return SessionLock(descriptor);
  ::close(descriptor);
  return error("session " + std::to_string(session) + " is open in another viva; leave it there first");
}

SessionLock::~SessionLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace viva
