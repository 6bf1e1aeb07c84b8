def check(parse_duration):
    assert parse_duration("1h30m") == 5400
    assert parse_duration("45s") == 45
    for text in ["", "1m1h", "-1h", "1h1h", "90m", "1h ", "5"]:
        try:
            parse_duration(text)
        except ValueError:
            continue
        raise AssertionError(text)
