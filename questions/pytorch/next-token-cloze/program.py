import torch

logits = torch.tensor([2.0, 1.0, 0.0])
print(torch.softmax(logits / 0.5, 0)[0] > torch.softmax(logits / 2.0, 0)[0])
loss = torch.nn.CrossEntropyLoss(ignore_index=0)
print(loss(logits.repeat(2, 1), torch.tensor([1, 0])) == loss(logits[None], torch.tensor([1])))
