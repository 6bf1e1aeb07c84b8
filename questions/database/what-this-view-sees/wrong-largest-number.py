def scan(rows, own, active, next_id):
    running = set(active) - {own}
    found = []
    for versions in rows:
        seen = [(writer, value) for writer, value in versions
                if writer == own or writer < next_id and writer not in running]
        if seen:
            value = max(seen, key=lambda version: version[0])[1]
            if value is not None:
                found.append(value)
    return found
