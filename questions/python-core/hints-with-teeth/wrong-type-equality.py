import inspect
import typing


def checked(function):
    def wrapper(*args, **kwargs):
        hints = typing.get_type_hints(function)
        arguments = inspect.getcallargs(function, *args, **kwargs)
        for name, value in arguments.items():
            if name in hints and type(value) != hints[name]:
                raise TypeError(f"{name} must be {hints[name]}")
        result = function(*args, **kwargs)
        if "return" in hints and type(result) != hints["return"]:
            raise TypeError(f"return must be {hints['return']}")
        return result

    return wrapper
