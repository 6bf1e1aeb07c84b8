import sqlite3

db = sqlite3.connect(":memory:", isolation_level=None)
db.execute("CREATE TABLE account (name, balance)")
db.execute("INSERT INTO account VALUES ('ann', 100), ('bob', 50)")


def balances():
    return [row[0] for row in db.execute("SELECT balance FROM account ORDER BY name")]


db.execute("BEGIN")
db.execute("UPDATE account SET balance = balance - 30 WHERE name = 'ann'")
db.execute("SAVEPOINT before_bob")
db.execute("UPDATE account SET balance = balance + 3000 WHERE name = 'bob'")
db.execute("ROLLBACK TO before_bob")
print(balances())
db.execute("ROLLBACK")
print(balances())
