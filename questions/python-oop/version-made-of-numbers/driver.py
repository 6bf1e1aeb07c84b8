"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""
import copy
import pickle
import sys


def error(call, *args):
    try:
        return repr(call(*args))
    except Exception as e:
        return type(e).__name__


def text_and_repr(answer):
    v = answer.Version("01.2.0")
    return [str(v), repr(v)]


def from_numbers(answer):
    return [str(answer.Version((3, 11))), str(answer.Version(answer.Version("3.11"))), str(answer.Version(n for n in [1, 2]))]


def not_a_version(answer):
    return [error(answer.Version, text) for text in ("1.x", "", "1..2", "1.+2", "1. 2")]


def names(answer):
    v, w = answer.Version("1.10.2"), answer.Version("3")
    return [[v.major, v.minor, v.patch], [w.major, w.minor, w.patch]]


def as_a_key(answer):
    table = {answer.Version("1.2"): "new"}
    return [table[answer.Version("1.02")], (1, 2) in table]


def no_dict(answer):
    v = answer.Version("1.2")
    return [error(setattr, v, "x", 1), hasattr(v, "__dict__")]


def names_cannot_be_set(answer):
    return error(setattr, answer.Version("1.2"), "major", 3)


def copy_and_pickle(answer):
    sys.modules.setdefault(answer.Version.__module__, answer)
    v = answer.Version("1.10.2")
    twins = copy.copy(v), copy.deepcopy(v), pickle.loads(pickle.dumps(v))
    return [[type(t).__name__, str(t)] for t in twins]


def part_of_it(answer):
    v = answer.Version("1.10.2")
    return [type(v[:2]).__name__, str(v[:2]), v[1]]


def subclass(answer):
    class Release(answer.Version):
        pass

    v = Release("1.2.3")
    return [type(v).__name__, type(v[:2]).__name__, str(v[:2])]
