import json
from datetime import date, datetime
from decimal import Decimal


def convert(value):
    if isinstance(value, set):
        return list(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)


def dump(data):
    return json.dumps(data, sort_keys=True, indent=2, default=convert)
