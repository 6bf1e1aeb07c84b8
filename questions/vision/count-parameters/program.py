from torch import nn

net = nn.Sequential(nn.Conv2d(3, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(16 * 16 * 16, 10))
print([sum(p.numel() for p in layer.parameters()) for layer in net])
print(sum(p.numel() for p in net.parameters()))
