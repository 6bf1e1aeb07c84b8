import threading


class Box:
    def __init__(self, size):
        ...

    def put(self, item):
        ...

    def get(self):
        ...

    def close(self):
        ...
