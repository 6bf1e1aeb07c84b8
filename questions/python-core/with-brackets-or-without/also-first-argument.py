import functools


class NotLoggedIn(Exception):
    pass


class Forbidden(Exception):
    pass


def make_needs(current_user):
    def guard(view, roles):
        def checked(*args, **kwargs):
            user = current_user()
            if user is None:
                raise NotLoggedIn(view.__name__)
            if roles and not any(role in user.roles for role in roles):
                raise Forbidden(", ".join(roles))
            return view(*args, **kwargs)

        return functools.update_wrapper(checked, view)

    def needs(first=None, *others):
        if first is not None and not isinstance(first, str):
            return guard(first, ())
        roles = others if first is None else (first, *others)
        return lambda view: guard(view, roles)

    return needs
