def mirror(rows, boxes):
    """Flip picture and boxes horizontally. 水平翻转图像和框。"""
    rows.reverse()
    return rows, boxes
