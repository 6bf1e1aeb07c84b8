import sys


def peak(function, *args, **kwargs):
    result = function(*args, **kwargs)
    return result, sys.getsizeof(result)
