def fetch(get, times):
    for attempt in range(1, times + 1):
        try:
            return get()
        except ConnectionError:
            if attempt == times:
                raise
