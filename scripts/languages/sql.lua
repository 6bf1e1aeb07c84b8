-- SQL, as SQLite understands it: statements are run on a database that a fixture fills. A warm Python holds SQLite; the candidate's text is never Python.
--
-- calls    { fixture = SQL, after = a query asked when the statements are done, instead of what they return }
-- results  { columns, rows, changed } | { raises = { type, message }, ending }: rows of the last statement that returns any
--
-- Refused: ATTACH, load_extension, and pragmas but those that only look. The work is counted in steps of SQLite's machine, so a query that never ends stops
-- at the same place everywhere.
local results = require "harness-results"

local boot = [==[
def boot():
    import ctypes, gc, json, os, sqlite3, sys
    read, write, leave = os.read, os.write, os._exit
    most_rows, most_steps = 20000, 30_000_000
    looking = {"table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list", "foreign_keys"}

    def allowed(action, first, second, database, trigger):
        if action in (24, 25) or (action == 31 and second == "load_extension"):
            return sqlite3.SQLITE_DENY
        if action == 19 and first not in looking:
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    def tag(value):
        if isinstance(value, bytes):
            return {"$bytes": "".join(chr(b) if 32 <= b < 127 and b != 92 else "\\x%02x" % b for b in value)}
        if isinstance(value, int) and abs(value) > 9007199254740992:
            return {"$int": str(value)}
        if isinstance(value, float) and value - value != 0:
            return {"$float": repr(value)}
        return value

    def statements(text):
        part = ""
        for piece in text.split(";"):
            part += piece
            if sqlite3.complete_statement(part + ";"):
                yield part
                part = ""
            else:
                part += ";"
        if part.strip(" ;\n\t\r"):
            yield part.rstrip("; \n\t\r")

    def perform(source, call):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.executescript(call.get("fixture") or "")
        steps = [0]
        def step():
            steps[0] += 1
            return steps[0] > most_steps // 10000
        connection.set_authorizer(allowed)
        connection.set_progress_handler(step, 10000)
        columns, rows = None, None
        try:
            for statement in list(statements(source)) + ([call["after"]] if call.get("after") else []):
                found = connection.execute(statement)
                if found.description:
                    columns, rows = [column[0] for column in found.description], found.fetchmany(most_rows + 1)
                    if len(rows) > most_rows:
                        return {"ending": "output-limit", "raises": {"type": "Error", "message": "more than %d rows" % most_rows}}
            return {"columns": columns, "rows": rows and [[tag(value) for value in row] for row in rows], "changed": connection.total_changes}
        except (sqlite3.Error, sqlite3.Warning) as problem:
            text = str(problem)
            ending = "time-limit" if text == "interrupted" else "policy" if text.startswith("not authorized") else "runtime-error"
            return {"ending": ending, "raises": {"type": type(problem).__name__, "message": text}}

    sqlite3.connect(":memory:").execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3) SELECT sum(i) OVER () FROM n").fetchall()
    gc.collect()
    gc.freeze()
    ctypes.PyDLL(os.environ.pop("VIVA_AGENT")).viva_serve()
    parts = []
    while True:
        part = read(3, 1 << 20)
        if not part:
            break
        parts.append(part)
    request = json.loads(b"".join(parts))
    def send(data):
        while data:
            data = data[write(3, data):]
    for call in request["calls"]:
        send(json.dumps(perform(request["source"], call)).encode() + b"\n")
    send(b"\0")
    leave(0)
boot()
]==]

language {
  name = "sql",
  description = { en = "SQL, in SQLite's dialect.", zh = "SQL（SQLite 方言）。" },
  extension = "sql",
  needs = { { file = "/usr/bin/python3", package = "python3" } },

  job = function(spec)
    return {
      runtime = { name = "sql", argv = { "/usr/bin/python3", "-s", "-P", "-c", boot }, warm = true,
        environment = { PATH = "/usr/bin:/bin", LANG = "C.UTF-8", PYTHONHASHSEED = "0", PYTHONUTF8 = "1" } },
      request = json.encode { source = spec.source, calls = spec.calls },
    }
  end,

  read = results.read,

  self_test = {
    { name = "query", source = "SELECT a, b FROM t ORDER BY a; ", calls = { { fixture = "CREATE TABLE t (a, b); INSERT INTO t VALUES (2, NULL), (1, 'x');" } },
      results = { { columns = { "a", "b" }, rows = { { 1, "x" }, { 2, json.null } }, changed = 2 } } },
    { name = "after", source = "DELETE FROM t WHERE a = 1", calls = { { fixture = "CREATE TABLE t (a); INSERT INTO t VALUES (1), (2);", after = "SELECT count(*) AS n FROM t" } },
      results = { { columns = { "n" }, rows = { { 1 } }, changed = 3 } } },
    { name = "endless", source = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", calls = { { fixture = "" } },
      limits = { seconds = 9 }, results = { { ending = "time-limit", raises = { type = "OperationalError", message = "interrupted" } } } },
    { name = "attach", source = "ATTACH '/tmp/x' AS x", calls = { { fixture = "" } },
      results = { { ending = "policy", raises = { type = "DatabaseError", message = "not authorized" } } } },
  },
}
