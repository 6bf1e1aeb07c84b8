import heapq


def merge(*streams):
    heads = []
    iterators = [iter(stream) for stream in streams]
    for index, stream in enumerate(iterators):
        for item in stream:
            heads.append((item, index))
            break
    heapq.heapify(heads)
    while heads:
        item, index = heapq.heappop(heads)
        yield item
        try:
            heapq.heappush(heads, (next(iterators[index]), index))
        except StopIteration:
            pass
