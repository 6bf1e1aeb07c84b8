from functools import wraps


class NotLoggedIn(Exception):
    pass


class Forbidden(Exception):
    pass


def make_needs(current_user):
    def needs(*roles):
        def decorate(view):
            @wraps(view)
            def checked(*args, **kwargs):
                user = current_user()
                if user is None:
                    raise NotLoggedIn
                if roles and not user.roles & set(roles):
                    raise Forbidden
                return view(*args, **kwargs)

            return checked

        return decorate

    return needs
