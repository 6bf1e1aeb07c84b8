import heapq


def merge(*streams):
    heap = []
    iterators = [iter(s) for s in streams]
    for index, stream in enumerate(iterators):
        item = next(stream, None)
        if item:
            heapq.heappush(heap, (item, index))
    while heap:
        item, index = heapq.heappop(heap)
        yield item
        item = next(iterators[index], None)
        if item:
            heapq.heappush(heap, (item, index))
