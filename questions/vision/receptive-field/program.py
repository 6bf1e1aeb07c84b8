import torch
from torch import nn

net = nn.Sequential(*(nn.Conv2d(1, 1, 3, stride=s, padding=1, bias=False) for s in (1, 2, 1)))
for layer in net:
    nn.init.ones_(layer.weight)
image = torch.zeros(1, 1, 41, 41, requires_grad=True)
out = net(image)
out[0, 0, out.shape[2] // 2, out.shape[3] // 2].backward()
print(int((image.grad[0, 0].abs().sum(0) > 0).sum()))
