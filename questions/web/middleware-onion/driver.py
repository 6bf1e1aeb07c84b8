def make(name, log, answers=False):
    def middleware(get_response):
        def handle(request):
            if answers:
                log.append(name + " answers")
                return "early"
            log.append(name + ">")
            response = get_response(request)
            log.append("<" + name)
            return response
        return handle
    return middleware


def run(answer, *names):
    log = []
    layers = [make(n.rstrip("!"), log, n.endswith("!")) for n in names]
    handler = answer.build(layers, lambda request: log.append("view"))
    handler("request")
    return log


def order(answer):
    return run(answer, "a", "b")


def no_middleware(answer):
    return run(answer)


def short_cut(answer):
    return run(answer, "a", "b!", "c")


def three(answer):
    return run(answer, "a", "b", "c")


def built_once(answer):
    calls = []

    def middleware(get_response):
        calls.append(1)
        return get_response

    handler = answer.build([middleware], lambda request: request)
    handler(1)
    handler(2)
    return len(calls)


def error_passes(answer):
    def view(request):
        raise ValueError
    try:
        answer.build([lambda get_response: get_response], view)(1)
    except ValueError:
        return "ValueError"
