def total(lines, log):
    numbers = []
    try:
        for number, line in enumerate(lines, start=1):
            try:
                numbers.append(int(line))
            except ValueError:
                log.append((number, line))
        if not numbers:
            raise ValueError("no numbers")
        return sum(numbers)
    finally:
        log.append("done")
