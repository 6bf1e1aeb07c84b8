import torch
from torch import nn


class A(nn.Module):
    def __init__(self, container):
        super().__init__()
        self.layers = container([nn.Linear(2, 2), nn.Linear(2, 2)])


class B(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = torch.ones(1)
        self.gain = nn.Parameter(torch.ones(1))
        self.register_buffer("mean", torch.zeros(1))


print(sum(p.numel() for p in A(list).parameters()))
print(sum(p.numel() for p in A(nn.ModuleList).parameters()))
print([name for name, _ in B().named_parameters()])
print(sorted(B().state_dict()))
