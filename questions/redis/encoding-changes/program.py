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
SET a 12345
SET b hello
SADD c 1 2 3
HSET d name ann
OBJECT ENCODING a
OBJECT ENCODING b
OBJECT ENCODING c
OBJECT ENCODING d
APPEND a 6
OBJECT ENCODING a
""".split("\n"):
        answer = redis(line) if line else ""
        if line.startswith(("OBJECT")):
            print(" ".join(answer.split()))
finally:
    server.kill()
