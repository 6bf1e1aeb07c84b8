def scan(rows, own, active, next_id):
    running = set(active)
    found = []
    for versions in rows:
        for writer, value in versions:
            if writer < next_id and writer not in running:
                if value is not None:
                    found.append(value)
                break
    return found
