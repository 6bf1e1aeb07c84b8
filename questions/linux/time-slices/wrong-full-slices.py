from collections import deque

def finish_times(bursts, quantum):
    queue = deque(enumerate(bursts))
    finished = [0] * len(bursts)
    now = 0
    while queue:
        process, left = queue.popleft()
        now += quantum
        if left > quantum:
            queue.append((process, left - quantum))
        else:
            finished[process] = now
    return finished
