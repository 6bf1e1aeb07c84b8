import functools
import inspect
import typing


def checked(function):
    signature = inspect.signature(function)
    hints = typing.get_type_hints(function)

    def check(name, value):
        try:
            right = isinstance(value, hints.get(name, object))
        except TypeError:
            return
        if not right:
            raise TypeError(f"{name} has the wrong type")

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for name, value in signature.bind(*args, **kwargs).arguments.items():
            kind = signature.parameters[name].kind
            if kind is inspect.Parameter.VAR_POSITIONAL:
                for one in value:
                    check(name, one)
            elif kind is inspect.Parameter.VAR_KEYWORD:
                for one in value.values():
                    check(name, one)
            else:
                check(name, value)
        result = function(*args, **kwargs)
        check("return", result)
        return result

    return wrapper
