import torch
from torch.utils.data import DataLoader, TensorDataset

black, white = torch.tensor([0, 255], dtype=torch.uint8) / 255
print(white.item(), ((black - 0.5) / 0.5).item())
batches = list(DataLoader(TensorDataset(torch.zeros(1000)), batch_size=64))
print(len(batches), len(batches[-1][0]))
