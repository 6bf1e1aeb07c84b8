from functools import lru_cache

calls = []


def load_menu(day):
    calls.append(day)
    return ["soup of " + day, "bread"]


@lru_cache
def menu(day):
    dishes = load_menu(day)
    return dishes.copy()
