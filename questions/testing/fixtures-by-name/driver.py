"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def plain(log, *names):
    """Fixtures without needs that write into the log; one called x! fails in teardown."""
    def make(name, fails):
        def fixture():
            log.append(name)
            yield name
            log.append(f"-{name} fails" if fails else f"-{name}")
            if fails:
                raise OSError(name)
        return fixture

    return {name.rstrip("!"): make(name.rstrip("!"), name.endswith("!")) for name in names}


def return_and_yield(answer):
    log = []

    def file():
        log.append("open")
        yield 1
        log.append("close")

    def two():
        return 2

    def test(file, two):
        log.append(f"test {file + two}")

    return [answer.run(test, {"file": file, "two": two}), *log]


def failing_test(answer):
    log = []

    def file():
        log.append("open")
        yield
        log.append("close")

    def test(file):
        log.append("test")
        assert not log

    return [answer.run(test, {"file": file}), *log]


def fixtures_of_fixtures(answer):
    log = []

    def page(user):
        log.append("page")
        yield
        log.append("-page")

    def user(db):
        log.append("user")

    def test(page):
        log.append("test")

    return [answer.run(test, {"page": page, "user": user, **plain(log, "db")}), *log]


def each_once(answer):
    log = []

    def db():
        log.append("db")
        yield object()
        log.append("-db")

    def users(db):
        return db

    def orders(db):
        return db

    def test(users, orders, db):
        log.append(f"test {users is orders is db}")

    return [answer.run(test, {"db": db, "users": users, "orders": orders}), *log]


def only_those_needed(answer):
    log = []

    def test():
        log.append("test")

    return [answer.run(test, plain(log, "a", "b")), *log]


def defaults(answer):
    log = []

    def test(a=7):
        log.append(f"test {a}")

    return [answer.run(test, plain(log, "a")), *log]


def error_in_the_test(answer):
    log = []

    def file():
        log.append("open")
        yield
        log.append("close")

    def test(file):
        raise KeyError("x")

    return [answer.run(test, {"file": file}), *log]


def error_in_a_fixture(answer):
    log = []

    def b(a):
        log.append("b fails")
        raise OSError

    def test(a, b, c):
        log.append("test")

    return [answer.run(test, {**plain(log, "a", "c"), "b": b}), *log]


def assertion_in_a_fixture(answer):
    log = []

    def a():
        log.append("a")
        assert not log
        yield
        log.append("-a")

    def test(a):
        log.append("test")

    return [answer.run(test, {"a": a}), *log]


def error_in_a_teardown(answer):
    log = []

    def test(a, b, c):
        log.append("test")

    return [answer.run(test, plain(log, "a", "b!", "c")), *log]


def failed_and_then_an_error(answer):
    log = []

    def test(a):
        log.append("test")
        raise AssertionError

    return [answer.run(test, plain(log, "a!")), *log]


def unknown_name(answer):
    log = []

    def test(a, unknown):
        log.append("test")

    return [answer.run(test, plain(log, "a")), *log]


def circle(answer):
    def a(b):
        pass

    def b(a):
        pass

    def test(a):
        pass

    return [answer.run(test, {"a": a, "b": b})]


def two_runs(answer):
    log = []
    fixtures = plain(log, "a")

    def test(a):
        pass

    for _ in range(2):
        at = len(log)
        log.insert(at, answer.run(test, fixtures))
    return log


def none_as_value(answer):
    log = []

    def a():
        log.append("a")

    def b(a):
        return a

    def test(a, b):
        log.append(f"test {a is b is None}")

    return [answer.run(test, {"a": a, "b": b}), *log]
