import heapq


def merge(*streams):
    """Yield the items of sorted streams in order. 按顺序产出多个有序流的元素。"""
    heap = []
    for index, stream in enumerate(map(iter, streams)):
        for item in stream:
            heap.append((item, index, stream))
            break
    heapq.heapify(heap)
    while heap:
        item, index, stream = heap[0]
        yield item
        for item in stream:
            heapq.heapreplace(heap, (item, index, stream))
            break
        else:
            heapq.heappop(heap)
