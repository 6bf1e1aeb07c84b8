import torch
import torch.nn.functional as F

x = torch.arange(1.0, 17.0).view(1, 1, 4, 4)

print(F.max_pool2d(x, 2).flatten().tolist())
print(F.avg_pool2d(x, 2).flatten().tolist())
print(F.max_pool2d(x, 3, stride=1).flatten().tolist())
print(F.adaptive_avg_pool2d(x, 1).item())
