import functools
import inspect
import typing


def fits(value, hint):
    try:
        return isinstance(value, hint)
    except TypeError:
        return True


def checked(function):
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        hints = typing.get_type_hints(function)
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        for name, value in bound.arguments.items():
            kind = signature.parameters[name].kind
            values = value if kind == kind.VAR_POSITIONAL else value.values() if kind == kind.VAR_KEYWORD else [value]
            if not all(fits(one, hints.get(name, object)) for one in values):
                raise TypeError(f"{name} has the wrong type")
        result = function(*args, **kwargs)
        if not fits(result, hints.get("return", object)):
            raise TypeError("return has the wrong type")
        return result

    return wrapper
