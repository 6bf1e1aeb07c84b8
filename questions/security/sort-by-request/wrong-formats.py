def product_query(q, sort):
    sql = "SELECT id, name, price FROM product"
    if q:
        q = q.replace("'", "''")
        sql += f" WHERE name LIKE '%{q}%'"
    column, direction = (sort[1:], "DESC") if sort.startswith("-") else (sort, "ASC")
    if column not in ("name", "price", "created"):
        column = "name"
    return sql + f" ORDER BY {column} {direction}, id", []
