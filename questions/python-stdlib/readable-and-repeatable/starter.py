import json
from datetime import date, datetime
from decimal import Decimal


def dump(data):
    ...
