class App:
    def __init__(self):
        self.views = {}
        self.paths = {}

    def route(self, path):
        def register(view):
            self.views[path] = view
            self.paths[path] = path
            return view
        return register

    def get(self, path, user=None):
        return self.views[self.paths[path]](user)


def login_required(view):
    def wrapper(user):
        return "please log in" if user is None else view(user)
    return wrapper


def build():
    app = App()

    @app.route("/orders")
    @login_required
    def orders(user):
        return f"orders of {user}"

    @app.route("/admin")
    @login_required
    def admin(user):
        return "admin"

    @app.route("/invoices")
    @login_required
    def invoices(user):
        return f"invoices of {user}"

    return app
