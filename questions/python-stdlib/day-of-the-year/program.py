from datetime import date, datetime, timezone

print(date(2024, 12, 31).timetuple().tm_yday, date(2023, 12, 31).timetuple().tm_yday)
print(date(2024, 2, 29).strftime("%j"))
print((date(2024, 3, 1) - date(2024, 1, 1)).days + 1)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)


attempt(lambda: date(2024, 3, 1) - datetime(2024, 1, 1))
attempt(lambda: datetime(2024, 3, 1, tzinfo=timezone.utc) - datetime(2024, 1, 1))
attempt(lambda: date.fromisoformat("2023-02-29"))
