"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def it_went_well(answer):
    pool = ["c"]
    with answer.borrowed(pool) as connection:
        inside = list(pool)
    return [connection, inside, pool]


def failing(answer, error):
    pool = ["c"]
    try:
        with answer.borrowed(pool):
            raise error
    except BaseException as seen:
        return [type(seen).__name__, pool]
    return ["nothing", pool]


def an_error(answer):
    return failing(answer, ValueError("x"))


def ctrl_c(answer):
    return failing(answer, KeyboardInterrupt())


def return_from_the_block(answer):
    pool = ["c"]

    def work():
        with answer.borrowed(pool):
            return 5

    return [work(), pool]


def empty_pool(answer):
    pool = []
    try:
        with answer.borrowed(pool):
            pass
    except BaseException as seen:
        return [type(seen).__name__, pool]
    return ["nothing", pool]


def nested(answer):
    pool = ["a", "b"]
    with answer.borrowed(pool) as first:
        with answer.borrowed(pool) as second:
            both = [first, second]
    return [both, pool]


def error_in_the_inner_one(answer):
    pool = ["a", "b"]
    try:
        with answer.borrowed(pool):
            with answer.borrowed(pool):
                raise KeyError("x")
    except KeyError:
        return ["KeyError", len(pool)]
    return ["nothing", len(pool)]
