class Subject:
    def __init__(self):
        self._callbacks = []

    def subscribe(self, callback):
        if callback not in self._callbacks:
            self._callbacks.append(callback)

    def unsubscribe(self, callback):
        if callback in self._callbacks:
            self._callbacks.remove(callback)

    def notify(self, event):
        errors = []
        for callback in list(self._callbacks):
            try:
                callback(event)
            except Exception as error:
                errors.append(error)
        return errors
