import hashlib


def store(password, rounds):
    ...


def verify(password, stored):
    ...


def outdated(stored, rounds):
    ...
