# Threads with the GIL as a lock, on a clock that jumps to the next event.
import heapq


def finish(threads, wait, compute):
    lock_free_at, ends = 0.0, []
    ready = [wait] * threads
    heapq.heapify(ready)
    while ready:
        start = max(heapq.heappop(ready), lock_free_at)
        lock_free_at = start + compute
        ends.append(lock_free_at)
    return max(ends)


print(finish(4, 2.0, 0.5))
