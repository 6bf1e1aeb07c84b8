def scan(rows, own, active, next_id):
    running = set(active) - {own}
    found = []
    for versions in rows:
        for writer, value in versions:
            if writer == own or writer < next_id and writer not in running:
                found.append(value)
                break
        else:
            found.append(versions[-1][1])
    return found
