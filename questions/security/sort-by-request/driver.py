import sqlite3

ROWS = [(1, "lamp", 10, "2024-01-01"), (2, "table", 90, "2024-01-02"), (3, "lamp 'retro'", 10, "2024-01-03"),
        (4, "50% off bag", 90, "2024-01-04"), (5, "cable_usb", 5, "2024-01-05"), (6, "c:\\drive", 1, "2024-01-06")]
ROWS[0] = (1, "lamp", 10, "2024-01-01")


def ids(answer, q, sort, rows=None):
    con = sqlite3.connect(":memory:")
    con.execute("CREATE TABLE product (id INTEGER PRIMARY KEY, name TEXT, price INTEGER, created TEXT, secret INTEGER)")
    con.executemany("INSERT INTO product VALUES (?, ?, ?, ?, -?1)", rows or ROWS)
    sql, params = answer.product_query(q, sort)
    try:
        found = [row[0] for row in con.execute(sql, params)]
    except sqlite3.Error as error:
        return type(error).__name__
    return found


PRICES = [(1, "a", 1, "x"), (2, "b", 3, "x"), (3, "c", 2, "x"), (4, "d", 4, "x"), (5, "e", 5, "x"), (6, "f", 6, "x")]


def by_price(answer):
    return ids(answer, "", "price", PRICES)


def search(answer):
    return ids(answer, "lamp", "name")


def percent(answer):
    return ids(answer, "%", "name")


def underscore(answer):
    return ids(answer, "e_u", "name") if ids(answer, "b_e", "name") == [] else "wildcard"


def backslash(answer):
    return ids(answer, ":\\d", "name")


def quote(answer):
    return ids(answer, "'retro'", "name")


def newest_first(answer):
    return ids(answer, "", "-created")


def ties(answer):
    return ids(answer, "", "-price")


def nonsense(answer):
    return [ids(answer, "", ""), ids(answer, "", "-weight")]


def injected_sort(answer):
    found = ids(answer, "", "price; DROP TABLE product")
    return [found, len(found)]


def other_column(answer):
    return ids(answer, "", "secret")


def kept_apart(answer):
    sql, params = answer.product_query("marker' OR 1=1", "name")
    return "marker" not in sql and len(params) == 1
