def build(middlewares, view):
    def handler(request):
        get_response = view
        for middleware in reversed(middlewares):
            get_response = middleware(get_response)
        return get_response(request)
    return handler
