def drop_expired(sessions, now):
    kept = 0
    for session in sessions:
        if session["expires"] > now:
            sessions[kept] = session
            kept += 1
    removed = len(sessions) - kept
    del sessions[kept:]
    return removed
