import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, email, name)")
db.execute("CREATE INDEX by_email ON person (email)")


def plan(query):
    text = db.execute("EXPLAIN QUERY PLAN " + query).fetchone()[3]
    if "COVERING INDEX" in text:
        return "covering"
    return "lookup" if "USING INDEX" in text else "scan"


print(plan("SELECT name FROM person WHERE email = 'a@x'"))
print(plan("SELECT id FROM person WHERE email = 'a@x'"))
print(plan("SELECT id FROM person WHERE name = 'Ann'"))
