def total(lines, log):
    result = 0
    try:
        for number, line in enumerate(lines, start=1):
            try:
                result += int(line)
            except ValueError:
                log.append((number, line))
        if result == 0:
            raise ValueError("no numbers")
    finally:
        log.append("done")
    return result
