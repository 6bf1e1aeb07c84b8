import functools


def retry(times, on):
    def decorate(function):
        left = times

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal left
            while True:
                try:
                    return function(*args, **kwargs)
                except on:
                    left -= 1
                    if left <= 0:
                        raise
        return wrapper
    return decorate
