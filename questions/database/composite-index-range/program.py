import re
import sqlite3

# SQLite follows the same rule and names the columns it seeks on.
CLAUSES = [
    "shop_id > 498 AND status = 'paid'",
    "status = 'paid' AND shop_id = 7",
    "shop_id = 7 AND status = 'paid' AND created_at BETWEEN '2024-01-10' AND '2024-01-12'",
    "shop_id = 7 AND status = 'paid' AND DATE(created_at) = '2024-01-10'",
    "shop_id = 7 AND status IN ('paid', 'sent') AND created_at >= '2024-03-01'",
    "shop_id = 7 AND created_at >= '2024-03-01'",
]

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, shop_id, status, created_at, note)")
db.execute("CREATE INDEX k ON orders (shop_id, status, created_at)")
for clause in CLAUSES:
    plan = db.execute(f"EXPLAIN QUERY PLAN SELECT * FROM orders WHERE {clause}").fetchone()[3]
    print(re.search(r"\((.*)\)", plan)[1])
