import os
import subprocess
import tempfile

with tempfile.TemporaryDirectory() as d:
    script = "echo old > a; ln a b; ln -s a c; rm a; echo new > a; cat b; cat c"
    out = subprocess.run(["/bin/sh", "-c", script], cwd=d, capture_output=True, text=True)
    print(out.stdout, end="")
    print(os.stat(d + "/a").st_ino == os.stat(d + "/b").st_ino)
