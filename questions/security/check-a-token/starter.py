import base64
import hashlib
import hmac
import json


def claims(token, key, now):
    ...
