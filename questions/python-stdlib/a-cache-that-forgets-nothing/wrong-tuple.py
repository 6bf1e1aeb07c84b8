from functools import lru_cache

calls = []


def load_menu(day):
    calls.append(day)
    return ["soup of " + day, "bread"]


@lru_cache
def menu(day):
    return tuple(load_menu(day))
