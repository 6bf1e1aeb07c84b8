def reap(waitpid):
    ended = []
    while True:
        try:
            pid, status = waitpid(-1, 0)
        except ChildProcessError:
            return ended
        ended.append(pid)
