from functools import wraps


class NotLoggedIn(Exception):
    pass


class Forbidden(Exception):
    pass


def make_needs(current_user):
    def needs(*roles):
        user = current_user()
        if len(roles) == 1 and callable(roles[0]):
            return needs()(roles[0])

        def decorate(view):
            @wraps(view)
            def checked(*args, **kwargs):
                if user is None:
                    raise NotLoggedIn
                if roles and not user.roles & set(roles):
                    raise Forbidden
                return view(*args, **kwargs)

            return checked

        return decorate

    return needs
