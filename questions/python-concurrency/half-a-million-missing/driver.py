"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import threading


class Page:
    def __init__(self, key, on_weight=None, on_key=None):
        self._key, self.on_weight, self.on_key = key, on_weight, on_key

    def key(self):
        if self.on_key:
            self.on_key()
        return self._key

    def weight(self):
        if self.on_weight:
            self.on_weight()
        return 1


def within(seconds, work):
    """What work returns, or "hangs"."""
    result = ["hangs"]

    def run():
        result[0] = work()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    return result[0]


def one_thread(answer):
    hits = answer.Hits()
    for _ in range(3):
        hits.add(Page("a"))
    return within(0.5, hits.most)


def change_over_in_weight(answer):
    hits = answer.Hits()
    other = threading.Thread(target=lambda: hits.add(Page("a")), daemon=True)

    def meanwhile():
        other.start()
        other.join(0.2)

    first = threading.Thread(target=lambda: hits.add(Page("a", on_weight=meanwhile)), daemon=True)
    first.start()
    first.join(0.5)
    other.join(0.5)
    return within(0.3, hits.most)


def top(answer):
    hits = answer.Hits()
    for key in "abcab":
        hits.add(Page(key))
    return within(0.5, hits.top)


def after_error(answer, **how):
    def fail():
        raise ValueError("x")

    hits = answer.Hits()

    def work():
        try:
            hits.add(Page("a", **{name: fail for name in how}))
            seen = "nothing"
        except ValueError:
            seen = "ValueError"
        hits.add(Page("a"))
        return [seen, hits.most()]

    return within(0.5, work)


def error_in_weight(answer):
    return after_error(answer, on_weight=True)


def error_in_key(answer):
    return after_error(answer, on_key=True)


def slow_page_holds_nobody_up(answer):
    hits = answer.Hits()
    go_on = threading.Event()
    slow = threading.Thread(target=lambda: hits.add(Page("b", on_weight=lambda: go_on.wait(1.5))), daemon=True)
    slow.start()

    def work():
        hits.add(Page("a"))
        return hits.most()

    seen = within(1.0, work)
    go_on.set()
    slow.join(0.3)
    return seen


def empty(answer):
    hits = answer.Hits()
    return within(0.5, lambda: [hits.top(), hits.most()])
