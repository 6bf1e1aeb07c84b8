import gc
import weakref


class Node:
    pass


gc.disable()
alone = Node()
watch = weakref.ref(alone)
del alone
print(watch() is None)

one, two = Node(), Node()
one.other, two.other = two, one
watch = weakref.ref(one)
del one, two
print(watch() is None)
gc.collect()
print(watch() is None)
print([gc.is_tracked(thing) for thing in (1, "a", 2.5, [], {"k": []}, Node())])
