import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE orders (name, amount)")
db.executemany("INSERT INTO orders VALUES (?, ?)", [
    ("ann", 50), ("ann", 20), ("ann", 5),
    ("bob", 40), ("bob", 5),
    ("cat", 30), ("cat", 30),
])
query = """
    SELECT name, COUNT(*), SUM(amount) FROM orders
    WHERE amount > 10
    GROUP BY name
    HAVING COUNT(*) >= 2
    ORDER BY name
"""
for row in db.execute(query):
    print(row)
