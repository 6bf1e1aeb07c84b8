import gc

gc.unfreeze()
gc.collect()
gc.disable()
thing = []


def generation():
    return [any(item is thing for item in gc.get_objects(generation=g)) for g in (0, 1, 2)].index(True)


address = id(thing)
print(generation())
gc.collect(0)
print(generation())
gc.collect(1)
print(generation(), id(thing) == address)
print(len(gc.get_threshold()), gc.is_tracked(1), gc.get_freeze_count())
gc.freeze()
print(gc.get_freeze_count() > 0, any(item is thing for item in gc.get_objects()))
