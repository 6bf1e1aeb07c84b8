class Consumer:
    def __init__(self, store, process):
        self.store = store
        self.process = process

    def handle(self, message):
        key = "seen:" + message["id"]
        if self.store.get(key):
            return "skipped"
        self.store.set(key, "1")
        try:
            self.process(message)
        except BaseException:
            self.store.delete(key)
            raise
        return "done"
