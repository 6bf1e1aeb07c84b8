import re
from datetime import date, datetime, timezone


def day_of_year(text):
    if isinstance(text, str):
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(f"no date: {text!r}")
        text = date.fromisoformat(text)
    if not isinstance(text, date):
        raise TypeError("a text, date or datetime")
    return text.timetuple().tm_yday
