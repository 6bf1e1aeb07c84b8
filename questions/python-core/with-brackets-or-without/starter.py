class NotLoggedIn(Exception):
    pass


class Forbidden(Exception):
    pass


def make_needs(current_user):
    def needs(view):
        ...

    return needs
