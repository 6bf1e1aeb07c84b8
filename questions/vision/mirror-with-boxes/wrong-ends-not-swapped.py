def mirror(rows, boxes):
    width = len(rows[0]) if rows else 0
    return [row[::-1] for row in rows], [[width - x1, y1, width - x2, y2] for x1, y1, x2, y2 in boxes]
