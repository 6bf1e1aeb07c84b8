def read(versions, own, active, next_id):
    limit = min(active, default=next_id)
    for writer, value in versions:
        if writer == own or writer < limit:
            return value
    return None
