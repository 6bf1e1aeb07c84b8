import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    """Slide the kernel over the image. 让卷积核滑过图像。"""
