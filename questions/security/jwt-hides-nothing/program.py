import base64
import hashlib
import hmac
import json


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def sign(claims, key):
    signed = b64(b'{"alg":"HS256","typ":"JWT"}') + b"." + b64(json.dumps(claims).encode())
    return signed + b"." + b64(hmac.new(key, signed, hashlib.sha256).digest())


token = sign({"user": 7, "admin": False}, b"a key that only the server has")
payload = token.split(b".")[1]
print(base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4)).decode())
