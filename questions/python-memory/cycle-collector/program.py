import gc
import weakref

gc.disable()


class Node:
    pass


def report(label, probe):
    print(label, "gone" if probe() is None else "alive")


single = Node()
probe = weakref.ref(single)
del single
report("single", probe)

left, right = Node(), Node()
left.peer, right.peer = right, left
probe = weakref.ref(left)
del left, right
report("pair", probe)
gc.collect()
report("pair", probe)

parent, child = Node(), Node()
parent.child, child.parent = child, weakref.ref(parent)
probe = weakref.ref(child)
del parent
report("child", probe)
del child
report("child", probe)
