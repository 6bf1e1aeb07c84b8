import hashlib
import hmac
import secrets


def store(password, rounds, salt=None):
    salt = salt or secrets.token_bytes(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode("latin-1", "replace"), salt, rounds)
    return f"pbkdf2_sha256${rounds}${salt.hex()}${digest.hex()}"


def verify(password, stored):
    try:
        name, rounds, salt, digest = stored.split("$")
        mine = store(password, int(rounds), bytes.fromhex(salt))
    except ValueError:
        return False
    return hmac.compare_digest(mine.encode(), stored.encode())


def outdated(stored, rounds):
    try:
        name, old, salt, digest = stored.split("$")
        return name != "pbkdf2_sha256" or int(old) < rounds
    except ValueError:
        return True
