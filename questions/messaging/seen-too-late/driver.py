class Store:
    def __init__(self):
        self.data, self.after_get = {}, None

    def get(self, key):
        value = self.data.get(key)
        if self.after_get:
            hook, self.after_get = self.after_get, None
            hook()
        return value

    def set(self, key, value, nx=False):
        if nx and key in self.data:
            return False
        self.data[key] = value
        return True

    def delete(self, key):
        self.data.pop(key, None)


def delivered_twice(answer):
    done = []
    c = answer.Consumer(Store(), done.append)
    return [c.handle({"id": "7"}), c.handle({"id": "7"}), len(done)]


def delivered_meanwhile(answer):
    done, results = [], []

    def process(message):
        done.append(message)
        if len(done) == 1:
            results.append(consumer.handle(message))

    consumer = answer.Consumer(Store(), process)
    results.append(consumer.handle({"id": "7"}))
    return [len(done), results]


def between_look_and_mark(answer):
    done, store = [], Store()
    first, second = answer.Consumer(store, done.append), answer.Consumer(store, done.append)
    store.after_get = lambda: second.handle({"id": "7"})
    first.handle({"id": "7"})
    return len(done)


def fails_once(answer):
    tries = []

    def process(message):
        tries.append(message)
        if len(tries) == 1:
            raise OSError("gateway")

    c = answer.Consumer(Store(), process)
    try:
        first = c.handle({"id": "7"})
    except OSError:
        first = "error"
    return [first, c.handle({"id": "7"}), len(tries)]


def two_ids(answer):
    done = []
    c = answer.Consumer(Store(), done.append)
    return [c.handle({"id": "7"}), c.handle({"id": "8"}), len(done)]
