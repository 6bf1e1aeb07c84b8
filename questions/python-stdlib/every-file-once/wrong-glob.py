import glob
import os


def files(folder):
    found = glob.glob("**/*", root_dir=folder, recursive=True)
    return sorted(path for path in found if os.path.isfile(os.path.join(folder, path)))
