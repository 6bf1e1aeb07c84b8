import functools


def retry(times, on):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except on:
                    if attempt == times:
                        raise
        return wrapper
    return decorate
