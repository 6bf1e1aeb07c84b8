import functools
import inspect


def checked(function):
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        for name, value in bound.arguments.items():
            hint = function.__annotations__.get(name)
            if isinstance(hint, type) and not isinstance(value, hint):
                raise TypeError(f"{name} must be {hint}")
        result = function(*args, **kwargs)
        hint = function.__annotations__.get("return")
        if isinstance(hint, type) and not isinstance(result, hint):
            raise TypeError(f"return must be {hint}")
        return result

    return wrapper
