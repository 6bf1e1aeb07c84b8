"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import gc
import weakref


def item(answer):
    class Item:
        price = answer.Positive()
        weight = answer.Positive()

    return Item


def set_and_read(answer):
    i = item(answer)()
    i.price, i.weight = 5, 2
    return [i.price, i.weight]


def two_instances(answer):
    Item = item(answer)
    a, b = Item(), Item()
    a.price, b.price = 1, 9
    return [a.price, b.price]


def refused(answer):
    i = item(answer)()
    i.price = 5
    try:
        i.price = -1
    except ValueError as error:
        return ["price" if "price" in str(error) else str(error), i.price]
    return ["accepted", i.price]


def zero(answer):
    i = item(answer)()
    try:
        i.weight = 0
    except ValueError as error:
        return "weight" if "weight" in str(error) else str(error)
    return "accepted"


def unset(answer):
    try:
        return item(answer)().price
    except AttributeError:
        return "AttributeError"


def through_the_class(answer):
    return type(item(answer).price).__name__


def subclass(answer):
    class Book(item(answer)):
        pass

    b = Book()
    b.weight = 3
    try:
        b.price = -1
    except ValueError as error:
        return ["price" if "price" in str(error) else str(error), b.weight]
    return ["accepted", b.weight]


def many_instances_are_freed(answer):
    Item = item(answer)
    i = Item()
    i.price = 1
    alive = weakref.ref(i)
    del i
    gc.collect()
    return alive() is None and Item is not None
