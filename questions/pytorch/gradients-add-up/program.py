import torch

w = torch.tensor(2.0, requires_grad=True)

for _ in range(2):
    loss = 3 * w
    loss.backward()
print(w.grad.item())

w.grad = None
(w * w.detach()).backward()
print(w.grad.item())

with torch.no_grad():
    y = 5 * w
print(y.requires_grad)

square = w * w
square.backward()
try:
    square.backward()
    print("again")
except RuntimeError:
    print("RuntimeError")
