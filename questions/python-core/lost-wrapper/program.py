def timed(function):
    def wrapper(*args, **kwargs):
        print("start")
        try:
            function(*args, **kwargs)
        finally:
            print("stop")

    return wrapper


@timed
def area(width, height):
    """Width times height."""
    return width * height


print(area(3, height=4))
print(area.__name__, area.__doc__)
