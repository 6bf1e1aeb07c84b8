def fetch(get, times):
    page = None
    for attempt in range(times):
        try:
            page = get()
        except:
            continue
        finally:
            if page:
                return page
    return page
