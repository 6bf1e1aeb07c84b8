from datetime import date, datetime, timezone


def day_of_year(text):
    year, month, day = map(int, str(text)[:10].split("-"))
    days = [31, 28 + (year % 4 == 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return sum(days[:month - 1]) + day
