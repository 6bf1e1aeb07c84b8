def drop_expired(sessions, now):
    removed = 0
    for session in sessions:
        if session["expires"] <= now:
            sessions.remove(session)
            removed += 1
    return removed
