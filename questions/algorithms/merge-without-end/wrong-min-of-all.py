def merge(*streams):
    heads = []
    for stream in map(iter, streams):
        for item in stream:
            heads.append([item, stream])
            break
    while heads:
        best = min(range(len(heads)), key=lambda i: heads[i][0])
        yield heads[best][0]
        for item in heads[best][1]:
            heads[best][0] = item
            break
        else:
            del heads[best]
