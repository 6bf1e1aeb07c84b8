import base64
import hashlib
import hmac
import json

KEY = b"k3y"


def b64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def make(payload, key=KEY, alg="HS256", digest=hashlib.sha256):
    text = b64(json.dumps({"alg": alg, "typ": "JWT"}).encode()) + "." + b64(json.dumps(payload).encode())
    return text + "." + b64(hmac.new(key, text.encode(), digest).digest())


def result(answer, token, now=1000):
    try:
        return answer.claims(token, KEY, now)
    except ValueError:
        return "ValueError"


def good(answer):
    return result(answer, make({"sub": "42", "exp": 2000}))


def forged(answer):
    head, _, signature = make({"sub": "42", "exp": 2000}).split(".")
    return result(answer, ".".join([head, b64(b'{"sub": "1", "exp": 2000}'), signature]))


def wrong_key(answer):
    return result(answer, make({"sub": "42", "exp": 2000}, key=b"other"))


def alg_none(answer):
    text = b64(b'{"alg": "none"}') + "." + b64(b'{"sub": "1", "exp": 2000}')
    return result(answer, text + ".")


def other_algorithm(answer):
    return result(answer, make({"sub": "42", "exp": 2000}, alg="HS512"))


def expired(answer):
    return result(answer, make({"sub": "42", "exp": 999}))


def at_the_second(answer):
    return result(answer, make({"sub": "42", "exp": 1000}))


def no_exp(answer):
    return result(answer, make({"sub": "42"}))


def broken(answer):
    h, p, s = make({"sub": "42", "exp": 2000}).split(".")
    return [result(answer, f"{h}.{p}"), result(answer, f"{h}.{p}.{s}.{s}"), result(answer, f"{h}.{p}.!!!")]


def unicode(answer):
    return result(answer, make({"name": "王芳", "exp": 1001}))["name"]
