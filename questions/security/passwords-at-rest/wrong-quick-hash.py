import hashlib
import hmac
import secrets


def store(password, rounds):
    salt = secrets.token_hex(16)
    digest = hashlib.sha256((salt + password).encode()).hexdigest()
    return f"pbkdf2_sha256${rounds}${salt}${digest}"


def verify(password, stored):
    try:
        name, rounds, salt, digest = stored.split("$")
    except ValueError:
        return False
    mine = hashlib.sha256((salt + password).encode()).hexdigest()
    return hmac.compare_digest(mine.encode(), digest.encode())


def outdated(stored, rounds):
    fields = stored.split("$")
    return len(fields) != 4 or not fields[1].isdigit() or int(fields[1]) < rounds
