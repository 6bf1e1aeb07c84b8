def mirror(rows, boxes):
    return [row[::-1] for row in rows], [list(box) for box in boxes]
