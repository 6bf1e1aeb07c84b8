def fetch(get, times):
    for attempt in range(times):
        try:
            return get()
        except ConnectionError:
            pass
    return None
