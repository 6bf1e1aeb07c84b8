"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def config(answer):
    calls = []

    @answer.single
    class Config:
        limit = 3

        def __init__(self, name="x"):
            calls.append(name)
            self.name = name
            self.value = 0

        @staticmethod
        def double(n):
            return 2 * n

    return Config, calls


def same_object(answer):
    Config, calls = config(answer)
    return [Config() is Config(), len(calls)]


def still_a_class(answer):
    Config, _ = config(answer)
    return [isinstance(Config(), Config), Config.__name__]


def subclass(answer):
    Config, _ = config(answer)

    class Test(Config):
        pass

    parent = Config()
    return [Test() is Test(), Test() is parent, type(Test()).__name__]


def init_once(answer):
    Config, calls = config(answer)
    Config().value = 5
    return [Config("y").value, len(calls)]


def two_classes(answer):
    A, _ = config(answer)
    B, _ = config(answer)
    return [A("a") is B("b"), A().name, B().name]


def arguments_of_the_first_call(answer):
    Config, _ = config(answer)
    Config(7)
    return Config(8).name


def class_attributes(answer):
    Config, _ = config(answer)
    return Config.limit


def static_method(answer):
    Config, _ = config(answer)
    return Config.double(2)
