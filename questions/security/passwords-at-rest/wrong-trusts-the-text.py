import hashlib
import secrets


def store(password, rounds):
    salt = secrets.token_bytes(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds)
    return f"pbkdf2_sha256${rounds}${salt.hex()}${digest.hex()}"


def verify(password, stored):
    name, rounds, salt, digest = stored.split("$")
    mine = hashlib.pbkdf2_hmac("sha256", password.encode(), bytes.fromhex(salt), int(rounds))
    return all(a == b for a, b in zip(mine, bytes.fromhex(digest)))


def outdated(stored, rounds):
    return int(stored.split("$")[1]) < rounds
