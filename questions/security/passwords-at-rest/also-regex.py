import hashlib
import os
import re
from hmac import compare_digest

FORM = re.compile(r"pbkdf2_sha256\$([1-9][0-9]*)\$((?:[0-9a-f]{2})+)\$([0-9a-f]{64})")


def store(password, rounds, salt=None):
    salt = salt or os.urandom(32).hex()
    key = hashlib.pbkdf2_hmac("sha256", password.encode("utf-8"), bytes.fromhex(salt), rounds)
    return "$".join(["pbkdf2_sha256", str(rounds), salt, key.hex()])


def verify(password, stored):
    match = FORM.fullmatch(stored)
    return bool(match) and compare_digest(store(password, int(match[1]), match[2]), stored)


def outdated(stored, rounds):
    match = FORM.fullmatch(stored)
    return match is None or int(match[1]) < rounds
