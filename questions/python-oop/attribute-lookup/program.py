class Data:
    def __set_name__(self, owner, name):
        print("Data is called", name)

    def __get__(self, instance, owner):
        return "data"

    def __set__(self, instance, value):
        raise AttributeError("read only")


class NonData:
    def __get__(self, instance, owner):
        return "non-data"


class Thing:
    a = Data()
    b = NonData()
    c = "class"

    def __getattr__(self, name):
        return "fallback"


thing = Thing()
thing.__dict__.update(a="own", b="own")
print(thing.a)
print(thing.b)
print(thing.c)
print(thing.d)
try:
    thing.a = 1
except AttributeError:
    print("AttributeError")
