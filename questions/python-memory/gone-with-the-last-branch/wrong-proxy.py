import weakref


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self.parent = weakref.proxy(parent) if parent else None
        if parent:
            parent.children.append(self)

    def path(self):
        return f"{self.parent.path()}/{self.name}" if self.parent else self.name
