def scan(rows, own, active, next_id):
    hidden = frozenset(active) - {own}

    def visible(writer):
        if writer == own:
            return True
        return False if writer in hidden else writer < next_id

    values = [next((value for writer, value in row if visible(writer)), None) for row in rows]
    return [value for value in values if value is not None]
