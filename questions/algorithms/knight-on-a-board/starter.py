def fewest_moves(size, start, goal, blocked):
    """Return the fewest moves, or -1. 返回最少步数，到不了返回 -1。"""
