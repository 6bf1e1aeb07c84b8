active, low, next_id, creator = {103, 105, 106}, 103, 108, 106


def visible(writer):
    if writer == creator or writer < low:
        return True
    return writer < next_id and writer not in active


print(next(writer for writer in (109, 103, 104, 99) if visible(writer)))
