class Consumer:
    def __init__(self, store, process):
        self.store = store
        self.process = process

    def handle(self, message):
        key = "seen:" + message["id"]
        if not self.store.set(key, "1", nx=True):
            return "skipped"
        self.process(message)
        return "done"
