"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


class Clock:
    pass


class Database:
    def __init__(self, clock: Clock):
        self.clock = clock


class Mailer:
    def __init__(self, clock: Clock, sender: str = "shop", database: Database = None):
        self.clock, self.sender, self.database = clock, sender, database


class Orders:
    def __init__(self, database: "Database", mailer: "Mailer"):
        self.database, self.mailer = database, mailer


class Hen:
    def __init__(self, egg: "Egg"):
        pass


class Egg:
    def __init__(self, hen: Hen):
        pass


class Port:
    """What others ask for; something else is made."""


class TestPort(Port):
    pass


def text(function, *args):
    try:
        return type(function(*args)).__name__
    except Exception as error:
        kind = type(error)
        return "LookupError" if issubclass(kind, LookupError) else kind.__name__


def filled(answer, *kinds):
    container = answer.Container()
    for kind in kinds:
        container.provide(kind)
    return container


def three_levels(answer):
    orders = filled(answer, Orders, Mailer, Database, Clock).get(Orders)
    return [type(x).__name__ for x in (orders, orders.database, orders.mailer, orders.database.clock)]


def everybody_has_the_same(answer):
    container = filled(answer, Orders, Mailer, Database, Clock)
    orders = container.get(Orders)
    return [orders.database.clock is orders.mailer.clock, container.get(Clock) is orders.mailer.clock, container.get(Orders) is orders]


def not_provided(answer):
    container = filled(answer, Database)
    return [text(container.get, Clock), text(container.get, Database)]


def provided_later(answer):
    container = filled(answer, Database)
    first = text(container.get, Database)
    container.provide(Clock)
    return [first, text(container.get, Database)]


def something_else_is_made(answer):
    container = answer.Container()
    container.provide(Port, TestPort)
    return [text(container.get, Port), container.get(Port) is container.get(Port)]


def a_factory_that_needs_something(answer):
    def open_database(clock: Clock):
        database = Database(clock)
        database.name = "test"
        return database

    container = filled(answer, Clock)
    container.provide(Database, open_database)
    return [container.get(Database).name, container.get(Database).clock is container.get(Clock)]


def parameters_with_defaults(answer):
    mailer = filled(answer, Mailer, Clock).get(Mailer)
    return [mailer.sender, mailer.database]


def a_default_that_is_provided(answer):
    container = filled(answer, Mailer, Clock, Database)
    return container.get(Mailer).database is container.get(Database)


def a_circle(answer):
    container = filled(answer, Hen, Egg, Clock)
    return [text(container.get, Hen), text(container.get, Egg), text(container.get, Clock)]


def a_factory_that_fails_once(answer):
    calls = []

    def make_clock():
        calls.append(1)
        if len(calls) == 1:
            raise OSError("no clock")
        return Clock()

    container = filled(answer, Database)
    container.provide(Clock, make_clock)
    return [text(container.get, Database), text(container.get, Database), len(calls)]


def nothing_made_in_advance(answer):
    calls = []
    container = answer.Container()
    container.provide(Clock, lambda: calls.append(1))
    before = len(calls)
    made = [container.get(Clock), container.get(Clock)]
    return [before, made, len(calls)]


def two_containers(answer):
    one, two = filled(answer, Clock), filled(answer, Clock)
    return [one.get(Clock) is two.get(Clock), text(answer.Container().get, Clock)]
