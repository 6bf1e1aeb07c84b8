"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import threading
import time


class Call:
    """A call in a thread of its own, so that one that never returns can be told."""

    def __init__(self, function, *args):
        self.said = "waits"
        self.thread = threading.Thread(target=self.go, args=(function, args), daemon=True)
        self.thread.start()

    def go(self, function, args):
        try:
            self.said = function(*args)
        except Exception as error:
            self.said = type(error).__name__

    def says(self, seconds=0.8):
        self.thread.join(seconds)
        return self.said


def call(function, *args):
    return Call(function, *args).says()


def all_say(calls):
    end = time.monotonic() + 0.8
    return [one.says(max(0.02, end - time.monotonic())) for one in calls]


def first_in_first_out(answer):
    box = answer.Box(3)
    for item in "abc":
        call(box.put, item)
    return [call(box.get), call(box.get), call(box.get)]


def put_waits_for_space(answer):
    box = answer.Box(1)
    call(box.put, "a")
    second = Call(box.put, "b")
    return [second.says(0.1), call(box.get), second.says(), call(box.get)]


def get_waits_for_an_item(answer):
    box = answer.Box(1)
    getter = Call(box.get)
    return [getter.says(0.1), call(box.put, "a"), getter.says()]


def the_rest_comes_out(answer):
    box = answer.Box(5)
    call(box.put, "a")
    call(box.put, "b")
    call(box.close)
    return [call(box.get), call(box.get), call(box.get), call(box.get)]


def nothing_goes_in(answer):
    box = answer.Box(1)
    call(box.close)
    return [call(box.close), call(box.put, "a"), call(box.get)]


def close_with_three_getting(answer):
    box = answer.Box(2)
    getters = [Call(box.get) for _ in range(3)]
    getters[-1].says(0.1)
    closed = call(box.close)
    return [closed] + all_say(getters)


def close_with_two_putting(answer):
    box = answer.Box(1)
    call(box.put, "first")
    putters = [Call(box.put, "late") for _ in range(2)]
    putters[-1].says(0.1)
    closed = call(box.close)
    return [closed] + all_say(putters) + [call(box.get), call(box.get)]


def two_getting_one_item(answer):
    box = answer.Box(1)
    getters = [Call(box.get), Call(box.get)]
    getters[-1].says(0.1)
    call(box.put, "a")
    for _ in range(15):
        if any(getter.says(0.1) != "waits" for getter in getters):
            break
    return sorted(getter.says(0.1) for getter in getters)


def none_is_an_item(answer):
    box = answer.Box(1)
    call(box.put, None)
    return [call(box.get), Call(box.get).says(0.1)]


def waiting_costs_nothing(answer):
    box = answer.Box(1)
    before = time.process_time()
    getter = Call(box.get)
    getter.says(0.5)
    used = time.process_time() - before
    call(box.close)
    return [used < 0.03, getter.says()]
