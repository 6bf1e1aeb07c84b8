from datetime import date, datetime, timezone


def day_of_year(text):
    if isinstance(text, str):
        text = datetime.strptime(text, "%Y-%m-%d")
    return (text - datetime(text.year, 1, 1)).days + 1
