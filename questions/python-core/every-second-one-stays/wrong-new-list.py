def drop_expired(sessions, now):
    kept = [s for s in sessions if s["expires"] > now]
    removed = len(sessions) - len(kept)
    sessions = kept
    return removed
