import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE person (name, phone UNIQUE)")
for row in [("ann", "555"), ("bob", None), ("cat", None), ("dan", "555"), ("eve", "")]:
    try:
        db.execute("INSERT INTO person VALUES (?, ?)", row)
        print("ok")
    except sqlite3.IntegrityError:
        print("refused")
print(db.execute("SELECT COUNT(*) FROM person").fetchone()[0])
