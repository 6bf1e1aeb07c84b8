def router(answer, *routes):
    r = answer.Router()
    for route in routes:
        r.add(*route)
    return r


def ask(r, path, method="GET"):
    try:
        name, arguments = r.match(path, method)
    except PermissionError:
        return "PermissionError"
    except LookupError:
        return "LookupError"
    return ":".join([name, *map(str, arguments.values())])


def plain(answer):
    return [ask(router(answer, ("/", "home"), ("/about", "about")), "/about")]


def number(answer):
    return router(answer, ("/orders/<int:id>/<tab>", "order")).match("/orders/42/items")


def digits_only(answer):
    r = router(answer, ("/n/<int:id>", "by-id"), ("/t/<name>", "by-name"))
    return [ask(r, "/n/-1"), ask(r, "/n/4x"), ask(r, "/t/-1")]


def one_part(answer):
    r = router(answer, ("/t/<name>", "by-name"))
    return [ask(r, "/t/a/b"), ask(r, "/t/")]


def order(answer):
    r = router(answer, ("/t/new", "new"), ("/t/<name>", "by-name"))
    return [ask(r, "/t/new"), ask(r, "/t/old")]


def wrong_method(answer):
    return ask(router(answer, ("/t", "list")), "/t", "DELETE")


def same_path_other_method(answer):
    r = router(answer, ("/t", "list"), ("/t", "create", ("POST",)))
    return [ask(r, "/t"), ask(r, "/t", "POST")]


def head(answer):
    r = router(answer, ("/t", "list"), ("/u", "create", ("POST",)))
    return [ask(r, "/t", "HEAD"), ask(r, "/u", "HEAD")]


def dot_is_a_dot(answer):
    return ask(router(answer, ("/robots.txt", "robots")), "/robotsxtxt")


def nothing_there(answer):
    return ask(router(answer), "/")
