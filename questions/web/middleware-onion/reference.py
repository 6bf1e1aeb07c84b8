def build(middlewares, view):
    handler = view
    for middleware in reversed(middlewares):
        handler = middleware(handler)
    return handler
