import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE article (id INTEGER PRIMARY KEY)")
db.executemany("INSERT INTO article VALUES (?)", [(number,) for number in range(1, 8)])


def ids(query, *values):
    return [row[0] for row in db.execute(query, values)]


print(ids("SELECT id FROM article ORDER BY id DESC LIMIT 3 OFFSET 0"))
db.execute("INSERT INTO article VALUES (8)")
print(ids("SELECT id FROM article ORDER BY id DESC LIMIT 3 OFFSET 3"))
print(ids("SELECT id FROM article WHERE id < ? ORDER BY id DESC LIMIT 3", 5))
