import functools
import inspect
import typing


def fits(value, hint):
    try:
        return isinstance(value, hint)
    except TypeError:
        return True  # not for isinstance


def checked(function):
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        hints = typing.get_type_hints(function)
        for name, value in signature.bind(*args, **kwargs).arguments.items():
            if name not in hints:
                continue
            kind = signature.parameters[name].kind
            if kind is inspect.Parameter.VAR_POSITIONAL:
                values = value
            elif kind is inspect.Parameter.VAR_KEYWORD:
                values = value.values()
            else:
                values = [value]
            for one in values:
                if not fits(one, hints[name]):
                    raise TypeError(f"{name} must be {hints[name]}, not {one!r}")
        result = function(*args, **kwargs)
        if "return" in hints and not fits(result, hints["return"]):
            raise TypeError(f"return must be {hints['return']}, not {result!r}")
        return result

    return wrapper
