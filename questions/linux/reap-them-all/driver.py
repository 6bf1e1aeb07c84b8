import os
import time


class Children:
    def __init__(self, ended, living):
        self.ended, self.living = list(ended), living

    def waitpid(self, pid, flags):
        if self.ended:
            return self.ended.pop(0), 0
        if not self.living:
            raise ChildProcessError(10, "No child processes")
        if flags & os.WNOHANG:
            return 0, 0
        raise RuntimeError("blocked")


def one(answer):
    return answer.reap(Children([7], 2).waitpid)


def two_at_once(answer):
    return answer.reap(Children([7, 8], 1).waitpid)


def the_last_one(answer):
    return answer.reap(Children([11], 0).waitpid)


def none_ended(answer):
    return answer.reap(Children([], 3).waitpid)


def no_child(answer):
    return answer.reap(Children([], 0).waitpid)


def real_children(answer):
    pids = []
    for _ in range(3):
        pid = os.fork()
        if pid == 0:
            os._exit(0)
        pids.append(pid)
    for pid in pids:
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    return len(set(pids) - set(answer.reap(os.waitpid)))
