import functools

routes = {}


def route(path):
    def register(view):
        routes[path] = view
        return view
    return register


def login_required(view):
    @functools.wraps(view)
    def wrapper():
        return "login first"
    return wrapper


@route("/safe")
@login_required
def safe():
    return "secret"


@login_required
@route("/unsafe")
def unsafe():
    return "secret"


print(routes["/safe"]())
print(routes["/unsafe"]())
print(unsafe())
