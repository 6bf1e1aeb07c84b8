from collections import deque

JUMPS = [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)]


def fewest_moves(size, start, goal, blocked):
    seen = {tuple(square) for square in blocked} | {tuple(start)}
    waiting = deque([(tuple(start), 0)])
    while waiting and len(seen) < 300000:
        square, moves = waiting.popleft()
        if square == tuple(goal):
            return moves
        for down, right in JUMPS:
            following = square[0] + down, square[1] + right
            if following not in seen and following[0] < size and following[1] < size:
                seen.add(following)
                waiting.append((following, moves + 1))
    return -1
