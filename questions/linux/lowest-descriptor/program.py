import os
import subprocess
import tempfile

path = tempfile.NamedTemporaryFile(delete=False).name
with open(path, "w") as file:
    file.write("abcdef")

os.close(0)
first = os.open(path, os.O_RDONLY)
print(first)
second = os.dup(first)
third = os.open(path, os.O_RDONLY)
os.read(first, 2)
print(os.read(second, 2))
print(os.read(third, 2))
os.set_inheritable(first, True)
print(subprocess.run(["cat"], capture_output=True, text=True).stdout)
