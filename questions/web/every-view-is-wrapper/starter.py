class App:
    def __init__(self):
        self.views = {}
        self.paths = {}

    def route(self, path):
        def register(view):
            name = view.__name__
            if name in self.views:
                raise ValueError(f"endpoint {name} is taken")
            self.views[name] = view
            self.paths[path] = name
            return view
        return register

    def get(self, path, user=None):
        return self.views[self.paths[path]](user)


def login_required(view):
    def wrapper(user):
        if user is None:
            return "please log in"
        return view(user)
    return wrapper


def build():
    app = App()

    @app.route("/orders")
    @login_required
    def orders(user):
        return f"orders of {user}"

    @login_required
    @app.route("/admin")
    def admin(user):
        return "admin"

    @app.route("/invoices")
    @login_required
    def invoices(user):
        return f"invoices of {user}"

    return app
