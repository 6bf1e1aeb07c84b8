from pathlib import Path


def files(folder):
    def walk(path):
        for child in path.iterdir():
            if child.is_dir():
                yield from walk(child)
            else:
                yield child.relative_to(folder).as_posix()
    return sorted(walk(Path(folder)))
