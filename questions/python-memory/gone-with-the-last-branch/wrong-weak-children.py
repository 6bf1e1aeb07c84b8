import weakref


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self._children = []
        if parent is not None:
            parent._children.append(weakref.ref(self))

    @property
    def children(self):
        return [child() for child in self._children if child() is not None]

    def path(self):
        return self.name if self.parent is None else f"{self.parent.path()}/{self.name}"
