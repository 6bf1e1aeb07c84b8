COLUMNS = {"name": "name", "price": "price", "created": "created"}


def product_query(q, sort):
    sql, params = "SELECT id, name, price FROM product", []
    if q:
        for special in "\\%_":
            q = q.replace(special, "\\" + special)
        sql += " WHERE name LIKE ? ESCAPE '\\'"
        params.append(f"%{q}%")
    descending = sort.startswith("-")
    column = COLUMNS.get(sort[1:] if descending else sort)
    if column is None:
        column, descending = "name", False
    return sql + f" ORDER BY {column}{' DESC' if descending else ''}, id", params
