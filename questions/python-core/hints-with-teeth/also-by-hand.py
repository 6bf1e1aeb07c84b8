import types
from functools import cached_property, update_wrapper
from inspect import Parameter, signature
from typing import get_type_hints


class Checker:
    def __init__(self, function):
        self.function, self.signature = function, signature(function)

    @cached_property
    def hints(self):
        return {name: hint for name, hint in get_type_hints(self.function).items() if self.checkable(hint)}

    @staticmethod
    def checkable(hint):
        try:
            isinstance(None, hint)
            isinstance(object(), hint)
        except TypeError:
            return False
        return True

    def check(self, name, value):
        if name in self.hints and not isinstance(value, self.hints[name]):
            raise TypeError(f"{name}: {value!r} is no {self.hints[name]}")

    def call(self, *args, **kwargs):
        given = self.signature.bind(*args, **kwargs).arguments
        for name, value in given.items():
            many = {Parameter.VAR_POSITIONAL: tuple, Parameter.VAR_KEYWORD: lambda d: tuple(d.values())}
            for one in many.get(self.signature.parameters[name].kind, lambda v: (v,))(value):
                self.check(name, one)
        result = self.function(*args, **kwargs)
        self.check("return", result)
        return result


def checked(function):
    checker = Checker(function)

    def wrapper(*args, **kwargs):
        return checker.call(*args, **kwargs)

    return update_wrapper(wrapper, function)
