def product_query(q, sort):
    sql, params = "SELECT id, name, price FROM product", []
    if q:
        sql += " WHERE name LIKE ? ESCAPE '\\'"
        params.append("%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
    direction = "DESC" if sort.startswith("-") else "ASC"
    params.append(sort.lstrip("-"))
    return sql + f" ORDER BY ? {direction}, id", params
