"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


class User:
    def __init__(self, *roles):
        self.roles = set(roles)


class Site:
    def __init__(self, answer, *roles):
        self.user = User(*roles)
        self.needs = answer.make_needs(lambda: self.user)


def outcome(call, *args, **kwargs):
    try:
        return call(*args, **kwargs)
    except Exception as error:
        return type(error).__name__


def page_of(site, decorate):
    @decorate
    def page(number):
        """One page."""
        return f"page {number}"

    return page


def without_brackets(answer):
    site = Site(answer)
    page = page_of(site, site.needs)
    first = outcome(page, 7)
    site.user = None
    return [first, outcome(page, 7)]


def with_a_role(answer):
    site = Site(answer, "admin")
    page = page_of(site, site.needs("admin"))
    result = [outcome(page, 7)]
    site.user = User("guest")
    result.append(outcome(page, 7))
    site.user = None
    return result + [outcome(page, 7)]


def empty_brackets(answer):
    site = Site(answer)
    page = page_of(site, site.needs())
    first = outcome(page, 7)
    site.user = None
    return [first, outcome(page, 7)]


def one_of_several(answer):
    site = Site(answer)

    @site.needs("admin", "editor")
    def edit():
        return "ok"

    result = []
    for user in (User("editor", "guest"), User("admin"), User("guest")):
        site.user = user
        result.append(outcome(edit))
    return result


def asked_at_each_call(answer):
    site = Site(answer)
    site.user = None
    page = page_of(site, site.needs)
    result = [outcome(page, 7)]
    site.user = User()
    result.append(outcome(page, 7))
    site.user = None
    return result + [outcome(page, 7)]


def arguments_and_result(answer):
    site = Site(answer, "admin")

    @site.needs("admin")
    def view(a, b=0, *more, **named):
        return [a, b, list(more), named]

    return view(1, 2, 3, x=4)


def name_and_docstring(answer):
    site = Site(answer)
    pages = page_of(site, site.needs), page_of(site, site.needs("admin"))
    return [[p.__name__, p.__doc__] for p in pages]


def methods(answer):
    site = Site(answer, "admin")

    class Shop:
        name = "shop"

        @site.needs
        def show(self, number):
            return f"{self.name} {number}"

        @site.needs("owner")
        def close(self):
            return "closed"

    return [outcome(Shop().show, 7), outcome(Shop().close)]


def two_of_them(answer):
    site = Site(answer)

    @site.needs("a")
    @site.needs("b")
    def view():
        return "ok"

    result = []
    for user in (User("a", "b"), User("a"), User("b")):
        site.user = user
        result.append(outcome(view))
    return result


def part_of_a_role(answer):
    site = Site(answer, "admin-assistant")
    return outcome(page_of(site, site.needs("admin")), 7)


def error_of_the_view(answer):
    site = Site(answer)

    @site.needs
    def view():
        return {}["x"]

    return outcome(view)
