import torch

x = torch.tensor([1, 2, 3])
y = torch.tensor([4, 5, 6])
m = torch.ones(2, 3)

print(torch.matmul(x, y))
print((x * y).tolist())
print((y / x).dtype, (y // x).tolist())
print(tuple((m @ m.T).shape), tuple((m @ x.float()).shape))
try:
    print((m @ m).shape)
except RuntimeError:
    print("RuntimeError")
