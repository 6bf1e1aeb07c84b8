from functools import wraps


class NotLoggedIn(Exception):
    pass


class Forbidden(Exception):
    pass


def make_needs(current_user):
    def needs(*roles):
        if len(roles) == 1 and callable(roles[0]):
            return needs()(roles[0])

        def decorate(view):
            @wraps(view)
            def checked(*args, **kwargs):
                user = current_user()
                if user is None:
                    raise NotLoggedIn
                if not set(roles) <= user.roles:
                    raise Forbidden
                return view(*args, **kwargs)

            return checked

        return decorate

    return needs
