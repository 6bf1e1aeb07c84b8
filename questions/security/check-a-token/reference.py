import base64
import hashlib
import hmac
import json


def decode(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def claims(token, key, now):
    parts = token.split(".")
    if len(parts) != 3:
        raise ValueError("not a token")
    header = json.loads(decode(parts[0]))
    if not isinstance(header, dict) or header.get("alg") != "HS256":
        raise ValueError("algorithm")
    right = hmac.new(key, f"{parts[0]}.{parts[1]}".encode(), hashlib.sha256).digest()
    if not hmac.compare_digest(right, decode(parts[2])):
        raise ValueError("signature")
    payload = json.loads(decode(parts[1]))
    expires = payload.get("exp") if isinstance(payload, dict) else None
    if isinstance(expires, bool) or not isinstance(expires, (int, float)) or expires <= now:
        raise ValueError("expired")
    return payload
