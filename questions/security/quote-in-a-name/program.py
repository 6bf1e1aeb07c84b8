import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE person (name)")
db.executemany("INSERT INTO person VALUES (?)", [("ann",), ("bob",), ("cat",)])


def pasted(name):
    return len(db.execute(f"SELECT * FROM person WHERE name = '{name}'").fetchall())


def bound(name):
    return len(db.execute("SELECT * FROM person WHERE name = ?", (name,)).fetchall())


print(pasted("ann"))
print(pasted("x' OR '1' = '1"))
print(bound("x' OR '1' = '1"))
