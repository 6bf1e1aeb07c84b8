class Hub:
    def __init__(self):
        self.listeners = []

    def listen(self, callback):
        self.listeners.append(callback)

    def once(self, callback):
        def wrapper(event):
            self.listeners.remove(wrapper)
            callback(event)
        self.listeners.append(wrapper)

    def emit(self, event):
        for listener in reversed(self.listeners):
            listener(event)
