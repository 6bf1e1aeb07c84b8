from collections import deque
from functools import cache


@cache
def ways(x, y):
    if (x, y) == (2, 2) or x < 0 or y < 0:
        return 0
    return 1 if x == y == 0 else ways(x - 1, y) + ways(x, y - 1)


print(ways(4, 4))

moves, waiting = {(0, 0): 0}, deque([(0, 0)])
while waiting:
    x, y = waiting.popleft()
    for dx, dy in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)):
        square = (x + dx, y + dy)
        if square not in moves and 0 <= square[0] < 8 and 0 <= square[1] < 8:
            moves[square] = moves[x, y] + 1
            waiting.append(square)
print(moves[7, 7])
