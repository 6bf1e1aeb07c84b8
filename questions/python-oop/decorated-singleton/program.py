def singleton(cls):
    instances = {}

    def get(*args):
        if cls not in instances:
            instances[cls] = cls(*args)
        return instances[cls]

    return get


@singleton
class Config:
    def __init__(self, path):
        self.path = path


first = Config("a.ini")
second = Config("b.ini")
print(second.path, first is second)
print(type(Config).__name__)
try:
    print(isinstance(first, Config))
except TypeError:
    print("TypeError")
print(type(first).__name__)
