import torch

model = torch.nn.Linear(2, 2)
x = torch.zeros(2)
model.to(torch.float64)
y = x.to(torch.float64)
print(model.weight.dtype, x.dtype, y.dtype)
try:
    x.device = "cpu"
except AttributeError:
    print("AttributeError")
