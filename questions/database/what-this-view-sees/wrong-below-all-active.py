def scan(rows, own, active, next_id):
    limit = min(active, default=next_id)
    found = []
    for versions in rows:
        for writer, value in versions:
            if writer == own or writer < limit:
                if value is not None:
                    found.append(value)
                break
    return found
