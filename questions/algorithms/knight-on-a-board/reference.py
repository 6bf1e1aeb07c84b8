from collections import deque

JUMPS = [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)]


def fewest_moves(size, start, goal, blocked):
    """Return the fewest moves, or -1. 返回最少步数，到不了返回 -1。"""
    goal = tuple(goal)
    seen = {tuple(square) for square in blocked} | {tuple(start)}
    waiting = deque([(tuple(start), 0)])
    while waiting:
        square, moves = waiting.popleft()
        if square == goal:
            return moves
        for down, right in JUMPS:
            following = square[0] + down, square[1] + right
            if following not in seen and 0 <= following[0] < size and 0 <= following[1] < size:
                seen.add(following)
                waiting.append((following, moves + 1))
    return -1
