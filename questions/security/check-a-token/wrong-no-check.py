import base64, json

def claims(token, key, now):
    p = token.split(".")[1]
    payload = json.loads(base64.urlsafe_b64decode(p + "=" * (-len(p) % 4)))
    if payload.get("exp", 0) <= now:
        raise ValueError
    return payload
