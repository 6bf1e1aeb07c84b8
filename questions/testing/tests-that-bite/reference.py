def check(parse_duration):
    for text, seconds in [("1h30m", 5400), ("90m", 5400), ("2h", 7200), ("45s", 45), ("1h1m1s", 3661), ("1h5s", 3605), ("0s", 0), ("10m10s", 610), ("100s", 100)]:
        assert parse_duration(text) == seconds, text
    for text in ["", "h", "5", "1m1h", "1h1h", "-1h", "1x", "1h ", " 1h", "1h30", "1.5h", "1s1m", "1h-5m", "+1h"]:
        try:
            result = parse_duration(text)
        except ValueError:
            continue
        raise AssertionError(f"{text!r} gave {result}")
