import os
import signal
import subprocess


def caught(number, frame):
    print("caught", number)


for number in (signal.SIGINT, signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP):
    try:
        signal.signal(number, caught)
        print(int(number), "set")
    except OSError:
        print(int(number), "refused")

os.kill(os.getpid(), signal.SIGTERM)
child = subprocess.Popen(["sleep", "60"])
child.kill()
print("exit", child.wait())
