def iou(a, b):
    """Return the intersection over union. 返回交并比。"""
