import sys
import weakref


class Thing:
    pass


thing = Thing()
print(sys.getrefcount(thing))

other = thing
box = [thing, thing]
print(sys.getrefcount(thing))

watch = weakref.ref(thing)
print(sys.getrefcount(thing))

box.pop()
del other
print(sys.getrefcount(thing))

thing = None
box.clear()
print(watch() is None)
