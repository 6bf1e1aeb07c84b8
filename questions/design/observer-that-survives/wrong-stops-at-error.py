class Subject:
    def __init__(self):
        self._callbacks = {}
    def subscribe(self, callback):
        self._callbacks[callback] = None
    def unsubscribe(self, callback):
        self._callbacks.pop(callback, None)
    def notify(self, event):
        try:
            for callback in list(self._callbacks):
                callback(event)
        except Exception as error:
            return [error]
        return []
