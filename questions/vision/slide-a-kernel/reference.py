import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    """Slide the kernel over the image. 让卷积核滑过图像。"""
    image = np.pad(image.astype(float), padding)
    high, wide = kernel.shape
    rows = (image.shape[0] - high) // stride + 1
    columns = (image.shape[1] - wide) // stride + 1
    result = np.zeros((rows, columns))
    for i in range(high):
        for j in range(wide):
            result += kernel[i, j] * image[i:i + stride * rows:stride, j:j + stride * columns:stride][:rows, :columns]
    return result
