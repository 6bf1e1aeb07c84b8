from collections import deque

def finish_times(bursts, quantum):
    queue = deque(enumerate(bursts))
    finished = [0] * len(bursts)
    now = 0
    while queue:
        process, left = queue.popleft()
        if left > quantum:
            now += quantum
            queue.append((process, left - quantum))
        elif left == quantum:
            now += quantum
            queue.append((process, 0))
        else:
            now += left
            finished[process] = now
    return finished
