import torch
from torch import nn

bn = nn.BatchNorm2d(16)
print(sum(p.numel() for p in bn.parameters()), sorted(name for name, _ in bn.named_buffers()))
x = torch.randn(8, 16, 5, 5) * 3 + 7
y = bn(x)
print(torch.allclose(y.mean((0, 2, 3)), torch.zeros(16), atol=1e-5))
bn.eval()
print(torch.allclose(bn(x[:1]), bn(x)[:1], atol=1e-5))
bn.train()
print(torch.allclose(bn(x + 100), bn(x), atol=1e-3))
