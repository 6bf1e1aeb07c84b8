class Bench:
    def __init__(self, answer, limit, pause):
        self.now, self.calls = 100.0, 0
        self.breaker = answer.Breaker(limit, pause, lambda: self.now)

    def go(self, good):
        def function():
            self.calls += 1
            if not good:
                raise ValueError("service")
            return "ok"
        try:
            return self.breaker.call(function)
        except ValueError:
            return "ValueError"
        except RuntimeError:
            return "open"


def passes_results(answer):
    b = Bench(answer, 2, 10)
    return [b.go(True), b.go(True)]


def opens(answer):
    b = Bench(answer, 2, 10)
    return [b.go(False), b.go(False), b.go(True), f"calls {b.calls}"]


def a_success_between(answer):
    b = Bench(answer, 3, 10)
    return [b.go(x) for x in (False, False, True, False, False, True)]


def trial_succeeds(answer):
    b = Bench(answer, 1, 10)
    seen = [b.go(False), b.go(True)]
    b.now += 11
    return seen + [b.go(True), b.go(True), f"calls {b.calls}"]


def trial_fails(answer):
    b = Bench(answer, 2, 10)
    seen = [b.go(False), b.go(False), b.go(True)]
    b.now += 11
    seen += [b.go(False), b.go(True)]
    b.now += 9
    seen += [b.go(True)]
    b.now += 2
    return seen + [b.go(True)]


def exactly_the_pause(answer):
    b = Bench(answer, 1, 10)
    seen = [b.go(False)]
    b.now += 9.5
    seen += [b.go(True)]
    b.now += 0.5
    return seen + [b.go(True)]
