class Consumer:
    def __init__(self, store, process):
        self.store = store
        self.process = process

    def handle(self, message):
        key = "seen:" + message["id"]
        if self.store.get(key):
            return "skipped"
        self.process(message)
        self.store.set(key, "1")
        return "done"
