def read(versions, own, active, next_id):
    for writer, value in versions:
        if writer == own or (writer < next_id and writer not in active):
            return value
    return None
