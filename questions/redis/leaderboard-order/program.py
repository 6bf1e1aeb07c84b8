import subprocess
import tempfile
import time

folder = tempfile.mkdtemp()
socket = folder + "/socket"
server = subprocess.Popen(["redis-server", "--port", "0", "--unixsocket", socket, "--save", "", "--dir", folder], stdout=subprocess.DEVNULL)


def redis(line):
    command = ["redis-cli", "-s", socket] + line.replace('"', "").split()
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


while redis("PING") != "PONG":
    time.sleep(0.05)
try:
    for line in """
ZADD score 30 ann
ZADD score 80 bob
ZADD score 55 cat
ZADD score 55 bea
ZRANGE score 0 1
ZRANGE score 0 1 REV
ZREVRANK score ann
ZINCRBY score 60 ann
ZRANGE score 0 0 REV
""".split("\n"):
        answer = redis(line) if line else ""
        if line.startswith(("ZR", "ZI")):
            print(" ".join(answer.split()))
finally:
    server.kill()
