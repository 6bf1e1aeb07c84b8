def mirror(rows, boxes):
    boxes = [list(box) for box in boxes]
    for box in boxes:
        box[0::2] = sorted(len(rows[0]) - x for x in box[0::2])
    return [list(reversed(row)) for row in rows], boxes
