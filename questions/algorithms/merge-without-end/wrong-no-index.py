import heapq


def merge(*streams):
    heap = []
    for stream in map(iter, streams):
        for item in stream:
            heap.append((item, id(stream), stream))
            break
    heapq.heapify(heap)
    while heap:
        item, key, stream = heapq.heappop(heap)
        yield item
        for item in stream:
            heapq.heappush(heap, (item, -key, stream))
            break
