import json
from datetime import date, datetime
from decimal import Decimal


def convert(value):
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"cannot write {type(value).__name__}")


def dump(data):
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=2, default=convert)
