import os

def reap(waitpid):
    ended = []
    while True:
        pid, status = waitpid(-1, os.WNOHANG)
        if pid == 0:
            return ended
        ended.append(pid)
