def drop_expired(sessions, now):
    before = len(sessions)
    sessions[:] = [s for s in sessions if s["expires"] > now]
    return before - len(sessions)
