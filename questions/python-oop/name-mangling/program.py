class _Account:
    def __init__(self):
        self._limit = 100
        self.__pin = 1234
        self.__tag__ = "A"


class Savings(_Account):
    def reveal(self):
        return self.__pin


print(sorted(vars(_Account())))
try:
    Savings().reveal()
except AttributeError as error:
    print(error)
print(Savings.reveal.__code__.co_names)
