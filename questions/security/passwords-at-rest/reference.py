import hashlib
import hmac
import secrets


def derive(password, salt, rounds):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds)


def parts(stored):
    name, rounds, salt, digest = stored.split("$")
    if name != "pbkdf2_sha256":
        raise ValueError("another method")
    return int(rounds), bytes.fromhex(salt), bytes.fromhex(digest)


def store(password, rounds):
    salt = secrets.token_bytes(16)
    return f"pbkdf2_sha256${rounds}${salt.hex()}${derive(password, salt, rounds).hex()}"


def verify(password, stored):
    try:
        rounds, salt, digest = parts(stored)
        return hmac.compare_digest(derive(password, salt, rounds), digest)
    except ValueError:
        return False


def outdated(stored, rounds):
    try:
        return parts(stored)[0] < rounds
    except ValueError:
        return True
