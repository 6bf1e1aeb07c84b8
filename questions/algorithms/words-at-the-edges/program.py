import io
from collections import Counter

text = "hello world\n" * 3

by_blocks, file = Counter(), io.StringIO(text)
while block := file.read(16):
    by_blocks.update(block.split())
print(by_blocks["hello"], by_blocks["hell"])

by_lines = Counter()
for line in io.StringIO(text):
    by_lines.update(line.split())
print(by_lines["hello"], by_lines["hell"])

letters = "é" * 10
size = len(letters.encode("utf-8"))
print(size, len(letters))

file = io.StringIO(letters)
print([len(file.read(size // 4)) for _ in range(4)])
