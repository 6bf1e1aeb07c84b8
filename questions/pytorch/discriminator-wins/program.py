import torch

fakes = torch.tanh(torch.linspace(-3, 3, 7))
reals = torch.tensor([0, 128, 255], dtype=torch.uint8) / 255
print(fakes.min().item() < 0, reals.min().item(), reals.max().item())
print(((reals - 0.5) / 0.5).min().item(), ((reals - 0.5) / 0.5).max().item())
