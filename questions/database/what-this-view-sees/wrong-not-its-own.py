def read(versions, own, active, next_id):
    running = set(active)
    for writer, value in versions:
        if writer < next_id and writer not in running:
            return value
    return None
