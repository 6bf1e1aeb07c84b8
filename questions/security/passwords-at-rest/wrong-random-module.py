import hashlib
import hmac
import random


def store(password, rounds):
    salt = random.randbytes(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds)
    return f"pbkdf2_sha256${rounds}${salt.hex()}${digest.hex()}"


def verify(password, stored):
    try:
        name, rounds, salt, digest = stored.split("$")
        mine = hashlib.pbkdf2_hmac("sha256", password.encode(), bytes.fromhex(salt), int(rounds))
        return name == "pbkdf2_sha256" and hmac.compare_digest(mine, bytes.fromhex(digest))
    except ValueError:
        return False


def outdated(stored, rounds):
    try:
        name, old, salt, digest = stored.split("$")
        return name != "pbkdf2_sha256" or int(old) < rounds
    except ValueError:
        return True
