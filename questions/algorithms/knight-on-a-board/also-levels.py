def fewest_moves(size, start, goal, blocked):
    seen = {tuple(b) for b in blocked}
    level, moves = {tuple(start)}, 0
    while level:
        if tuple(goal) in level:
            return moves
        seen |= level
        level = {(r + d * s, c + (3 - d) * t) for r, c in level for d in (1, 2) for s in (1, -1) for t in (1, -1)}
        level = {(r, c) for r, c in level if 0 <= r < size and 0 <= c < size} - seen
        moves += 1
    return -1
