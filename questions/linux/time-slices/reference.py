from collections import deque


def finish_times(bursts, quantum):
    queue = deque(enumerate(bursts))
    finished = [0] * len(bursts)
    now = 0
    while queue:
        process, left = queue.popleft()
        run = min(left, quantum)
        now += run
        if left > run:
            queue.append((process, left - run))
        else:
            finished[process] = now
    return finished
