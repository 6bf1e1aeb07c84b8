def tag(name):
    print("tag", name)

    def decorate(func):
        print("decorate", name)

        def wrapper():
            print("enter", name)
            func()
            print("leave", name)

        return wrapper

    return decorate


@tag("A")
@tag("B")
def greet():
    print("hello")


greet()
