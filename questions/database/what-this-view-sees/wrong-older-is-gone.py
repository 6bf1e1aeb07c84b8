def read(versions, own, active, next_id):
    writer, value = versions[0]
    if writer < own or writer in active:
        return None
    return value
