def read(versions, own, active, next_id):
    running = set(active) - {own}
    for writer, value in versions:
        if writer == own or writer < next_id and writer not in running:
            if value is not None:
                return value
    return None
