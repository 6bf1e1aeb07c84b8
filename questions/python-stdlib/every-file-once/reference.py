import os


def files(folder):
    def fail(error):
        raise error

    found = []
    for path, folders, names in os.walk(folder, onerror=fail):
        for name in names:
            full = os.path.join(path, name)
            if os.path.isfile(full):
                found.append(os.path.relpath(full, folder).replace(os.sep, "/"))
    return sorted(found)
