import os
import pathlib
import tempfile


def files(folder):
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from files(entry)
        else:
            yield entry


with tempfile.TemporaryDirectory() as root:
    folder = pathlib.Path(root).resolve() / "top"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").touch()
    os.symlink(folder, folder / "sub" / "up")
    names = []
    try:
        for entry in files(folder):
            names.append(entry.name)
    except (OSError, RecursionError):
        pass
    print(names.count("a.txt") > 10)
    print([name for _, _, found in os.walk(folder) for name in found])
