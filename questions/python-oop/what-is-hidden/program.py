class Person:
    def __init__(self):
        self.name = "John"
        self._city = "Oslo"
        self.__age = 30

    @property
    def age(self):
        return self.__age


person = Person()
print(person.name)

person._city = "Rome"
print(person._city)

try:
    print(person.__age)
except AttributeError:
    print("AttributeError")

print(person._Person__age)

try:
    person.age = 99
except AttributeError:
    print("AttributeError")

person.__age = 99
print(person.age)
