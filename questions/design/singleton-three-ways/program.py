def single(cls):
    instances = {}

    def get(*args):
        if cls not in instances:
            instances[cls] = cls(*args)
        return instances[cls]
    return get


class Single(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]


class SingleParent:
    instance = None
    started = 0

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls, *args)
        return cls.instance


@single
class A:
    pass


class B(metaclass=Single):
    def __init__(self, number):
        self.number = number


class C(SingleParent):
    def __init__(self):
        C.started += 1


class D(SingleParent):
    def __init__(self, number):
        self.number = number


print(A() is A(), type(A).__name__)
try:
    print(isinstance(A(), A))
except TypeError as error:
    print(type(error).__name__)

print(B(1) is B(2), B(3).number)

C()
C()
print(C.started)

try:
    D(1)
    print("ok")
except TypeError as error:
    print(type(error).__name__)
