import functools
import typing


def checked(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        hints = typing.get_type_hints(function)
        back = hints.pop("return", object)
        for value, (name, hint) in zip(args, hints.items()):
            try:
                right = isinstance(value, hint)
            except TypeError:
                right = True
            if not right:
                raise TypeError(f"{name} must be {hint}")
        result = function(*args, **kwargs)
        if not isinstance(result, back):
            raise TypeError(f"return must be {back}")
        return result

    return wrapper
