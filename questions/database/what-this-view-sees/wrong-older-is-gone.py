def scan(rows, own, active, next_id):
    found = []
    for versions in rows:
        writer, value = versions[0]
        if writer >= own and writer not in active and value is not None:
            found.append(value)
    return found
