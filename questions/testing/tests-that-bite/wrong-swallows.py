def check(parse_duration):
    assert parse_duration("1h30m") == 5400
    assert parse_duration("1h1m1s") == 3661
    for text in ["", "1m1h", "-1h", "1h1h", "x"]:
        try:
            parse_duration(text)
        except Exception:
            pass
