import torch
from torch import nn

model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 9))
for p in model.parameters():
    p.requires_grad = False
print(sum(p.requires_grad for p in model.parameters()))
model[2] = nn.Linear(4, 5)
print(sum(p.numel() for p in model.parameters() if p.requires_grad))
before = model[1].running_mean.clone()
model.train()
model(torch.ones(8, 3) * 5)
print(torch.equal(before, model[1].running_mean))
print(2048 * 5 + 5)
