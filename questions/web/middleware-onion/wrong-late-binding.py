def build(middlewares, view):
    handler = view
    for middleware in reversed(middlewares):
        handler = lambda request: middleware(handler)(request)
    return handler
