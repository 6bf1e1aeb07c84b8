def build(middlewares, view):
    handler = view
    for middleware in middlewares:
        handler = middleware(handler)
    return handler
