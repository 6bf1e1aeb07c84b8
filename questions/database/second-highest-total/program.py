import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE score (name, points)")
db.executemany("INSERT INTO score VALUES (?, ?)", [
    ("ann", 50), ("ann", 50), ("bob", 60), ("bob", 40), ("cat", 60), ("cat", 30), ("dan", 45), ("dan", 45), ("eve", 70),
])
queries = {
    "a": "SELECT name FROM score GROUP BY name ORDER BY SUM(points) DESC, name DESC LIMIT 1 OFFSET 1",
    "b": "SELECT name FROM (SELECT name, RANK() OVER (ORDER BY SUM(points) DESC) r FROM score GROUP BY name) t WHERE r = 2",
    "c": "SELECT name FROM (SELECT name, DENSE_RANK() OVER (ORDER BY points DESC) r FROM score) t WHERE r = 2",
    "d": "SELECT name FROM (SELECT name, DENSE_RANK() OVER (ORDER BY SUM(points) DESC) r FROM score GROUP BY name) t WHERE r = 2",
    "having": """SELECT name FROM score GROUP BY name HAVING SUM(points) =
        (SELECT DISTINCT SUM(points) AS s FROM score GROUP BY name ORDER BY s DESC LIMIT 1 OFFSET 1)""",
}
for name, query in queries.items():
    print(name, sorted(row[0] for row in db.execute(query)))
