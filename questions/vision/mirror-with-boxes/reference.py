def mirror(rows, boxes):
    """Flip picture and boxes horizontally. 水平翻转图像和框。"""
    width = len(rows[0]) if rows else 0
    flipped = [[width - x2, y1, width - x1, y2] for x1, y1, x2, y2 in boxes]
    return [row[::-1] for row in rows], flipped
