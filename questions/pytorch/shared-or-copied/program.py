import numpy as np
import torch

a = np.array([1, 2, 3])
t = torch.from_numpy(a)
u = torch.tensor(a)

a[0] = 100
print(t[0].item(), u[0].item())
t.add_(1)
print(a.tolist())
print(torch.tensor([1, 2]).dtype, torch.tensor([1.0]).dtype, torch.from_numpy(np.zeros(1)).dtype)
w = torch.ones(2, requires_grad=True)
try:
    print(w.numpy().sum())
except RuntimeError:
    print("RuntimeError")
print(w.detach().numpy().sum())
