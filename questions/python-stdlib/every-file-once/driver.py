"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import os
import tempfile


def tree(*names):
    folder = tempfile.mkdtemp()
    for name in names:
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "w").close()
    return folder


def two_levels(answer):
    return answer.files(tree("a.txt", "sub/b.txt"))


def circle(answer):
    folder = tree("a.txt", "sub/b.txt")
    os.symlink(folder, os.path.join(folder, "sub", "up"))
    return answer.files(folder)


def link_to_a_file(answer):
    folder = tree("a.txt")
    os.symlink(os.path.join(folder, "a.txt"), os.path.join(folder, "link"))
    return answer.files(folder)


def broken_link(answer):
    folder = tree("a.txt")
    os.symlink("nowhere", os.path.join(folder, "link"))
    return answer.files(folder)


def empty_folders(answer):
    folder = tree()
    os.makedirs(os.path.join(folder, "x", "y"))
    return answer.files(folder)


def missing(answer):
    try:
        answer.files(os.path.join(tree(), "none"))
    except FileNotFoundError:
        return "FileNotFoundError"
    return "nothing"


def hidden_files(answer):
    return answer.files(tree("a.txt", ".hidden"))


def in_order(answer):
    return answer.files(tree("c/a", "b", "a/z"))


def link_to_a_folder_elsewhere(answer):
    folder = tree("in/a.txt", "out/b.txt")
    os.symlink(os.path.join(folder, "out"), os.path.join(folder, "in", "link"))
    return [name for name in answer.files(folder) if name.startswith("in/")]
