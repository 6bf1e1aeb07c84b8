import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE staff (name, salary)")
db.execute("INSERT INTO staff VALUES ('ann', 900), ('bob', 800)")
db.execute("CREATE VIEW names AS SELECT name FROM staff")


def names():
    return sorted(row[0] for row in db.execute("SELECT name FROM names"))


print(names())
db.execute("INSERT INTO staff VALUES ('cat', 700)")
print(names())
try:
    db.execute("UPDATE names SET name = 'dan' WHERE name = 'cat'")
    print("ok")
except sqlite3.Error as error:
    print(type(error).__name__)
