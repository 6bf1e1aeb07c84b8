class NotLoggedIn(Exception):
    pass


class Forbidden(Exception):
    pass


class Checked:
    def __init__(self, view, roles, current_user):
        self.view, self.roles, self.current_user = view, roles, current_user
        self.__doc__ = view.__doc__

    def __call__(self, *args, **kwargs):
        user = self.current_user()
        if user is None:
            raise NotLoggedIn
        if self.roles and not user.roles & set(self.roles):
            raise Forbidden
        return self.view(*args, **kwargs)


def make_needs(current_user):
    def needs(*roles):
        if len(roles) == 1 and callable(roles[0]):
            return Checked(roles[0], (), current_user)
        return lambda view: Checked(view, roles, current_user)

    return needs
