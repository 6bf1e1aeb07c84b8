import numpy as np
import torch
import torch.nn.functional as F

kernel = [1.0, 0.0, -1.0]


def conv(signal):
    return F.conv1d(torch.tensor(signal).view(1, 1, -1), torch.tensor(kernel).view(1, 1, -1)).flatten().tolist()


print(conv([1.0, 2.0, 4.0]))
print(np.convolve([1.0, 2.0, 4.0], kernel, mode="valid").tolist())
print(conv([0.0, 5.0, 0.0, 0.0, 0.0]))
print(conv([0.0, 0.0, 5.0, 0.0, 0.0]))
