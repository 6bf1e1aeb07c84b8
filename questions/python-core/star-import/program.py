import os
import sys
import tempfile

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
for name, first_line in (("plain", ""), ("listed", "__all__ = ['public', '_private']")):
    with open(os.path.join(folder, name + ".py"), "w") as module:
        module.write(f"{first_line}\npublic = 1\n_private = 2\n")


def names_after(statement):
    space = {}
    exec(statement, space)
    return sorted(name for name in space if name != "__builtins__")


print(names_after("from plain import *"))
print(names_after("from listed import *"))

from plain import _private

print(_private)
