import json
from datetime import date, datetime
from decimal import Decimal


def dump(data):
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=2, default=str)
