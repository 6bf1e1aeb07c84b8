class Gate:
    def __new__(cls, number):
        print("new", number)
        if number < 0:
            return 0
        return super().__new__(cls)

    def __init__(self, number):
        print("init", number)


print(type(Gate(1)).__name__)
print(type(Gate(-1)).__name__)
print(type(vars(Gate)["__new__"]).__name__)


class Bad:
    def __init__(self):
        return self


try:
    Bad()
except TypeError:
    print("TypeError")
