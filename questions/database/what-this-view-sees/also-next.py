def read(versions, own, active, next_id):
    hidden = frozenset(active) - {own}

    def visible(writer):
        if writer == own:
            return True
        return False if writer in hidden else writer < next_id

    return next((value for writer, value in versions if visible(writer)), None)
