from heapq import merge as lazy


def merge(a, b):
    return list(lazy(a, b))
