from datetime import date, datetime, timezone


def day_of_year(text):
    ...
