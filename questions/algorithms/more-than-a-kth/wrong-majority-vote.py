def frequent(read, k):
    candidate, votes = None, 0
    for item in read():
        if votes == 0:
            candidate = item
        votes += 1 if item == candidate else -1
    total = count = 0
    for item in read():
        total += 1
        count += item == candidate
    return [candidate] if count > total / k else []
