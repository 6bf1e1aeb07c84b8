import functools


def retry(times, on):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    result = function(*args, **kwargs)
                    if result:
                        return result
                except on as error:
                    last = error
            raise last
        return wrapper
    return decorate
