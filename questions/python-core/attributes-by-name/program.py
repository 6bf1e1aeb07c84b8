class User:
    def __init__(self):
        self.name = "Ada"

    def shout(self):
        return self.name + "!"


def attempt(action):
    try:
        print(action())
    except AttributeError:
        print("AttributeError")


user = User()
attempt(lambda: getattr(user, "name"))
attempt(lambda: getattr(user, "age"))
attempt(lambda: getattr(user, "age", None))
print(hasattr(user, "name"), hasattr(user, "age"))
setattr(user, "age", 36)
print(user.age)
print(getattr(user, "shout")())
delattr(user, "name")
attempt(lambda: getattr(user, "name"))
