import enum


class State(enum.Enum):
    PROCESSING = "processing"
    DONE = "done"


class Store(dict):
    def set(self, key, value):
        self[key] = value.encode()


def first(store, message):
    if store.get(message) == State.DONE:
        return "skipped"
    store.set(message, State.DONE.value)
    return "charged"


def second(store, message):
    if store.get(message, b"").decode() == State.DONE.value:
        return "skipped"
    store.set(message, State.DONE.value)
    return "charged"


for handler in (first, second):
    store = Store()
    print(handler(store, "order 7"))
    print(handler(store, "order 7"))
