import os


def reap(waitpid):
    pid, status = waitpid(-1, os.WNOHANG)
    if pid == 0:
        return []
    return [pid]
