made = []


class Meta(type):
    def __new__(mcls, name, bases, namespace):
        made.append(name)
        return super().__new__(mcls, name, bases, namespace)

    def shout(cls):
        return cls.__name__.upper()


class Model(metaclass=Meta):
    pass


class User(Model):
    pass


User(), User()
print(made, isinstance(User, Meta), User.shout(), hasattr(User(), "shout"))


class Plain:
    pass


print(type(Plain).__name__)
