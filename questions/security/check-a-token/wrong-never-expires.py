import base64, hashlib, hmac, json

def decode(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))

def claims(token, key, now):
    h, p, s = token.split(".")
    if json.loads(decode(h)).get("alg") != "HS256":
        raise ValueError
    right = hmac.new(key, f"{h}.{p}".encode(), hashlib.sha256).digest()
    if not hmac.compare_digest(right, decode(s)):
        raise ValueError
    payload = json.loads(decode(p))
    if "exp" in payload and payload["exp"] < now:
        raise ValueError
    return payload
