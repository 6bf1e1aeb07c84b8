class Animal:
    def __init__(self, name):
        self.name = name

    def sound(self):
        return "is silent"

    def speak(self):
        return f"{self.name} {self.sound()}"


class Dog(Animal):
    def sound(self):
        return "barks"


class Cat(Animal):
    def __init__(self, name):
        super().__init__(name)
        self.lives = 9

    def sound(self):
        return "meows"


class Fish(Animal):
    def __init__(self, name):
        self.fins = 7


print(Dog("Rex").speak())
print(Cat("Tom").speak())
try:
    print(Fish("Wanda").speak())
except AttributeError as error:
    print(f"AttributeError: {error}")
print(isinstance(Dog("Rex"), Animal))
